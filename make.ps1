# The commands for Windows: .\make.ps1 run | test, and the trainer's programs, each with its arguments.
# TeX, which data, evaluate and goldens need, has to be on the PATH.
param(
    [Parameter(Position = 0)]
    [ValidateSet("run", "test", "data", "train-detector", "train-glyphs", "train-parser", "observe", "export",
        "evaluate", "goldens")]
    [string]$Command = "run",
    [Parameter(ValueFromRemainingArguments = $true)][string[]]$Arguments = @()
)
$ErrorActionPreference = "Stop"
Set-Location $PSScriptRoot

function Invoke-Checked([string]$Program, [string[]]$Arguments) {
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}

$python = ".venv\Scripts\python.exe"
if (-not (Test-Path $python)) { Invoke-Checked "py" @("-3", "-m", "venv", ".venv") }

$kind = if ($Command -in "run", "test") { $Command } else { "training" }
$extra = @{ run = ".[gui]"; test = ".[gui,dev]"; training = ".[gui,training]" }[$kind]
$stamp = ".venv\.stamps\$kind"
$newest = (Get-Item pyproject.toml, constraints.txt | Sort-Object LastWriteTime)[-1].LastWriteTime
if (-not (Test-Path $stamp) -or (Get-Item $stamp).LastWriteTime -lt $newest) {
    $install = @("-m", "pip", "install", "--quiet", "--constraint", "constraints.txt")
    Invoke-Checked $python ($install + "setuptools")
    Invoke-Checked $python ($install + @("--no-build-isolation", "--editable", $extra))
    # Annoy has to be compiled. Where that fails the program does without it.
    & $python ($install + @("-qq", "--no-build-isolation", "--editable", ".[annoy]"))
    New-Item -ItemType Directory -Force .venv\.stamps | Out-Null
    Set-Content $stamp ""
}

if ($Command -eq "run") {
    Invoke-Checked ".venv\Scripts\scipix.exe" $Arguments
} elseif ($kind -eq "training") {
    $names = @{ data = "make_data"; goldens = "make_goldens" }
    $module = if ($names[$Command]) { $names[$Command] } else { $Command.Replace("-", "_") }
    if ($Command -eq "goldens") { $Arguments = @("--out", "tests/engine/recognize/goldens") + $Arguments }
    Invoke-Checked $python (@("-m", "scipix.models.training.$module") + $Arguments)
} else {
    Invoke-Checked $python @("packaging\typing_tree.py")
    Invoke-Checked ".venv\Scripts\ruff.exe" @("check", ".")
    Invoke-Checked $python @("-m", "mypy")
    Invoke-Checked ".venv\Scripts\lint-imports.exe" @("--no-cache")
    Invoke-Checked $python @("-m", "pytest")
}

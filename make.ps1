# The two commands for Windows: .\make.ps1 run | test
param([ValidateSet("run", "test")][string]$Command = "run")
$ErrorActionPreference = "Stop"
Set-Location $PSScriptRoot

function Invoke-Checked([string]$Program, [string[]]$Arguments) {
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}

$python = ".venv\Scripts\python.exe"
if (-not (Test-Path $python)) { Invoke-Checked "py" @("-3", "-m", "venv", ".venv") }

$extra = if ($Command -eq "test") { ".[dev]" } else { "." }
$stamp = ".venv\.stamps\$Command"
$newest = (Get-Item pyproject.toml, constraints.txt | Sort-Object LastWriteTime)[-1].LastWriteTime
if (-not (Test-Path $stamp) -or (Get-Item $stamp).LastWriteTime -lt $newest) {
    $install = @("-m", "pip", "install", "--quiet", "--constraint", "constraints.txt")
    Invoke-Checked $python ($install + "setuptools")
    Invoke-Checked $python ($install + @("--no-build-isolation", "--editable", $extra))
    New-Item -ItemType Directory -Force .venv\.stamps | Out-Null
    Set-Content $stamp ""
}

if ($Command -eq "run") {
    Invoke-Checked ".venv\Scripts\scipix.exe" @("ocr", "resources\samples")
} else {
    Invoke-Checked $python @("packaging\typing_tree.py")
    Invoke-Checked ".venv\Scripts\ruff.exe" @("check", ".")
    Invoke-Checked $python @("-m", "mypy")
    Invoke-Checked ".venv\Scripts\lint-imports.exe" @("--no-cache")
    Invoke-Checked $python @("-m", "pytest")
}

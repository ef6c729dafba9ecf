"""The mapping of top-level folders to scipix.* lists every folder that holds Python files."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("app", "engine", "models", "resources", "ui")


@pytest.fixture(scope="module")
def setuptools_table() -> dict[str, object]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]


def folders_with_code() -> set[str]:
    """Dotted names below scipix of all folders in the rooms that hold .py files."""
    files = (path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
    return {"scipix." + ".".join(path.parent.relative_to(ROOT).parts) for path in files}


def test_each_folder_with_code_is_a_package(setuptools_table):
    assert folders_with_code() <= set(setuptools_table["packages"])


def test_each_listed_package_has_code(setuptools_table):
    assert set(setuptools_table["packages"]) <= folders_with_code()


def test_each_room_is_mapped_to_its_folder(setuptools_table):
    assert setuptools_table["package-dir"] == {f"scipix.{room}": room for room in ROOMS}


def test_each_package_has_an_init_file():
    missing = [name for name in folders_with_code() if not (ROOT / path_of(name) / "__init__.py").is_file()]
    assert missing == []


def path_of(package: str) -> str:
    return package.removeprefix("scipix.").replace(".", "/")


def test_scipix_itself_stays_a_namespace():
    assert not (ROOT / "scipix").exists()
    assert not (ROOT / "__init__.py").exists()


def test_constraints_are_exact_and_hold_no_addresses():
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    entries = [line for line in lines if line and not line.startswith("#")]
    assert entries
    for line in entries:
        assert re.fullmatch(r"[A-Za-z0-9_.-]+==[0-9][A-Za-z0-9.]*(; .+)?", line), line


def test_each_declared_dependency_has_an_exact_version():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *extras["dev"], *extras["training"]]
    pinned = {
        line.split("==")[0].lower().replace("_", "-")
        for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines()
        if "==" in line
    }
    names = {re.split(r"[<>=;\[ ]", entry)[0].lower() for entry in wanted}
    assert names <= pinned

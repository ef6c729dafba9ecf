from __future__ import annotations

import pytest

from scipix.app import paths


@pytest.mark.parametrize(
    ("folder", "variable"),
    [
        (paths.config_dir, "SCIPIX_CONFIG_DIR"),
        (paths.data_dir, "SCIPIX_DATA_DIR"),
        (paths.cache_dir, "SCIPIX_CACHE_DIR"),
        (paths.models_dir, "SCIPIX_MODELS"),
    ],
)
def test_each_folder_can_be_moved_but_not_by_an_empty_variable(folder, variable, monkeypatch, tmp_path):
    monkeypatch.delenv(variable, raising=False)
    usual = folder()
    monkeypatch.setenv(variable, str(tmp_path))
    assert folder() == tmp_path
    monkeypatch.setenv(variable, "")
    assert folder() == usual


def test_own_folders_carry_the_name_of_the_program(monkeypatch):
    for variable in (paths.CONFIG_VARIABLE, paths.DATA_VARIABLE, paths.CACHE_VARIABLE):
        monkeypatch.delenv(variable, raising=False)
    for folder in (paths.config_dir(), paths.data_dir(), paths.cache_dir()):
        assert "scipix" in folder.parts

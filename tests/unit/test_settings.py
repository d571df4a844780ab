"""Settings are read once, from the environment, the platform and one small file."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from newsroom.settings import (
    Appearance,
    PictureSigning,
    Preferences,
    Settings,
    find_resources,
    read_settings,
    write_preferences,
)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return read_settings(_environment(tmp_path))


def _environment(folder: Path, **more: str) -> dict[str, str]:
    config, data = str(folder / "config"), str(folder / "data")
    return {"NEWSROOM_CONFIG_DIR": config, "NEWSROOM_DATA_DIR": data, **more}


def test_with_no_word_from_the_person_everything_lies_in_their_own_folders(
    private_home: Path,
) -> None:
    settings = read_settings({})
    for folder in (
        settings.config_folder,
        settings.data_folder,
        settings.cache_folder,
        settings.log_folder,
        settings.library,
    ):
        assert folder.is_relative_to(private_home)


def test_a_chosen_data_folder_takes_everything_along(tmp_path: Path, settings: Settings) -> None:
    data = tmp_path / "data"
    assert settings.library == data / "library"
    for folder in (
        settings.cache_folder,
        settings.log_folder,
        settings.key_folder,
        settings.sample_library,
    ):
        assert folder.is_relative_to(data)


def test_nothing_is_made_by_reading(tmp_path: Path, settings: Settings) -> None:
    assert settings.preferences == Preferences()
    assert list(tmp_path.iterdir()) == []


def test_the_library_can_be_named(tmp_path: Path) -> None:
    settings = read_settings(_environment(tmp_path, NEWSROOM_LIBRARY=str(tmp_path / "desk")))
    assert settings.library == tmp_path / "desk"


def test_a_relative_library_is_tied_to_the_folder_of_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = read_settings(_environment(tmp_path, NEWSROOM_LIBRARY="desk"))
    monkeypatch.chdir("/")
    assert settings.library == tmp_path / "desk"


def test_an_empty_variable_says_nothing(tmp_path: Path) -> None:
    settings = read_settings(_environment(tmp_path, NEWSROOM_LIBRARY="", NEWSROOM_PASSPHRASE=""))
    assert not settings.library_is_given
    assert settings.passphrase is None


def test_the_passphrase_is_not_shown(tmp_path: Path) -> None:
    settings = read_settings(_environment(tmp_path, NEWSROOM_PASSPHRASE="open sesame"))
    assert settings.passphrase == "open sesame"
    assert "sesame" not in repr(settings)


def test_preferences_come_back(tmp_path: Path, settings: Settings) -> None:
    chosen = Preferences(Appearance.DARK, text_size=150, last_library=tmp_path / "Қазақстан")
    write_preferences(settings, Preferences(appearance=Appearance.LIGHT))
    write_preferences(settings, chosen)
    assert read_settings(_environment(tmp_path)).preferences == chosen
    assert [file.name for file in settings.config_folder.iterdir()] == ["preferences.json"]


def test_what_pictures_are_signed_with_comes_back(tmp_path: Path, settings: Settings) -> None:
    signing = PictureSigning(tmp_path / "chain.pem", tmp_path / "key.pem", "ps256")
    write_preferences(settings, Preferences(signing=signing))
    assert read_settings(_environment(tmp_path)).preferences.signing == signing


@pytest.mark.parametrize(
    "damaged",
    [
        b"{",
        b"[]",
        b'{"appearance": "pink"}',
        b'{"last_library": 7}',
        b"\xff\xfe",
        b'{"picture_signing": {"key": "a"}}',
        b'{"text_size": 10}',
        b'{"text_size": "large"}',
        b'{"text_size": 5000}',
    ],
)
def test_damaged_preferences_are_remarked_on_and_left_alone(tmp_path: Path, damaged: bytes) -> None:
    file = tmp_path / "config" / "preferences.json"
    file.parent.mkdir()
    file.write_bytes(damaged)
    settings = read_settings(_environment(tmp_path))
    assert settings.preferences == Preferences()
    assert str(file) in settings.remarks[0]
    assert file.read_bytes() == damaged


def test_the_window_opens_the_library_used_last(tmp_path: Path, settings: Settings) -> None:
    last = tmp_path / "last"
    last.mkdir()
    later = dataclasses.replace(settings, preferences=Preferences(last_library=last))
    assert later.library_to_open == last
    given = read_settings(_environment(tmp_path, NEWSROOM_LIBRARY=str(tmp_path / "given")))
    given = dataclasses.replace(given, preferences=later.preferences)
    assert given.library_to_open == tmp_path / "given"


def test_a_library_used_last_that_is_gone_is_not_opened(tmp_path: Path, settings: Settings) -> None:
    gone = Preferences(last_library=tmp_path / "gone")
    assert dataclasses.replace(settings, preferences=gone).library_to_open == settings.library


def test_resources_are_found_in_a_checkout_and_in_a_wheel(tmp_path: Path) -> None:
    package = tmp_path / "newsroom"
    package.mkdir()
    assert find_resources(package) == tmp_path / "resources"
    (package / "_resources").mkdir()
    assert find_resources(package) == package / "_resources"


def test_this_checkout_has_its_resources(settings: Settings) -> None:
    assert (settings.resources / "themes").is_dir()

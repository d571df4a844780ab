"""Preferences of the person and places on this laptop, read once and passed in.

Knows the environment, the platform's folders and one small file. Imports nothing of ours: a layer
that wants a setting is given it. Home of platformdirs.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

import platformdirs

_APPLICATION = "newsroom"
_PREFERENCES_FILE = "preferences.json"
_LEAST_TEXT, _MOST_TEXT = 100, 200


class Appearance(StrEnum):
    """How the window looks; not to be confused with the theme of the exported page."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class PictureSigning:
    """Where the certificate chain and the key lie (PEM) that exported pictures are signed with.

    They stay on this laptop; so they are its preference, and not a part of the house.
    """

    certificate: Path
    key: Path
    algorithm: str = "es256"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the person chose, kept between starts; `text_size` is in percent of the usual size."""

    appearance: Appearance = Appearance.SYSTEM
    text_size: int = 100
    last_library: Path | None = None
    signing: PictureSigning | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that is decided before the program starts.

    `library` is the folder that commands use unless told otherwise; `library_is_given` tells
    that the environment names it, so that the window does not prefer the one used last.
    `remarks` are sentences for the person, such as about an unreadable preferences file.
    """

    config_folder: Path
    data_folder: Path
    cache_folder: Path
    log_folder: Path
    library: Path
    library_is_given: bool
    resources: Path
    passphrase: str | None = field(default=None, repr=False)
    preferences: Preferences = field(default_factory=Preferences)
    remarks: tuple[str, ...] = ()

    @property
    def key_folder(self) -> Path:
        """The folder of key files, for a machine without a system keyring."""
        return self.data_folder / "keys"

    @property
    def sample_library(self) -> Path:
        """The folder of the sample house, apart from the person's own library."""
        return self.data_folder / "sample-library"

    @property
    def library_to_open(self) -> Path:
        """The library that the window opens when none is asked for."""
        last = self.preferences.last_library
        if self.library_is_given or last is None or not last.is_dir():
            return self.library
        return last


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings.

    NEWSROOM_CONFIG_DIR, NEWSROOM_DATA_DIR and NEWSROOM_LIBRARY override the platform's folders;
    with NEWSROOM_DATA_DIR the cache and the logs move there too. NEWSROOM_PASSPHRASE opens the
    key file. An unreadable preferences file counts as absent and is remarked on.
    """
    config = _folder(environment, "NEWSROOM_CONFIG_DIR") or platformdirs.user_config_path(
        _APPLICATION, appauthor=False
    )
    own_data = _folder(environment, "NEWSROOM_DATA_DIR")
    data = own_data or platformdirs.user_data_path(_APPLICATION, appauthor=False)
    library = _folder(environment, "NEWSROOM_LIBRARY")
    preferences, remarks = _read_preferences(config / _PREFERENCES_FILE)
    return Settings(
        config_folder=config,
        data_folder=data,
        cache_folder=own_data / "cache" if own_data else _platform_cache(),
        log_folder=own_data / "logs" if own_data else _platform_logs(),
        library=library or data / "library",
        library_is_given=library is not None,
        resources=find_resources(Path(__file__).parent),
        passphrase=environment.get("NEWSROOM_PASSPHRASE") or None,
        preferences=preferences,
        remarks=remarks,
    )


def find_resources(package: Path) -> Path:
    """Answer the folder of themes, icons and samples for a package lying in `package`.

    A wheel carries them as `_resources` inside the package; in a checkout they lie beside it.
    """
    packed = package / "_resources"
    return packed if packed.is_dir() else package.parent / "resources"


def write_preferences(settings: Settings, preferences: Preferences) -> None:
    """Keep what the person chose; the old file stays whole until the new one is. Raises OSError."""
    settings.config_folder.mkdir(parents=True, exist_ok=True)
    path = settings.config_folder / _PREFERENCES_FILE
    fresh = path.with_suffix(".new")
    with fresh.open("w", encoding="utf-8") as file:
        json.dump(_preferences_to_json(preferences), file, ensure_ascii=False, indent=2)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)


def _folder(environment: Mapping[str, str], name: str) -> Path | None:
    value = environment.get(name)
    return Path(value).expanduser().absolute() if value else None


def _platform_cache() -> Path:
    return platformdirs.user_cache_path(_APPLICATION, appauthor=False)


def _platform_logs() -> Path:
    return platformdirs.user_log_path(_APPLICATION, appauthor=False)


def _read_preferences(path: Path) -> tuple[Preferences, tuple[str, ...]]:
    try:
        return _preferences_from_json(json.loads(path.read_text(encoding="utf-8"))), ()
    except FileNotFoundError:
        return Preferences(), ()
    except (OSError, ValueError, TypeError, AttributeError):
        return Preferences(), (f"The preferences in {path} cannot be read; the usual ones apply.",)


def _preferences_to_json(preferences: Preferences) -> dict[str, Any]:
    last, signing = preferences.last_library, preferences.signing
    record: dict[str, Any] = {
        "appearance": preferences.appearance.value,
        "text_size": preferences.text_size,
        "last_library": None if last is None else str(last),
    }
    if signing:
        record["picture_signing"] = {
            "certificate": str(signing.certificate),
            "key": str(signing.key),
            "algorithm": signing.algorithm,
        }
    return record


def _preferences_from_json(record: dict[str, Any]) -> Preferences:
    last, signing = record.get("last_library"), record.get("picture_signing")
    return Preferences(
        appearance=Appearance(record.get("appearance", Appearance.SYSTEM)),
        text_size=_text_size(record.get("text_size", 100)),
        last_library=None if last is None else Path(last),
        signing=None if signing is None else _signing_from_json(signing),
    )


def _signing_from_json(record: dict[str, Any]) -> PictureSigning:
    try:
        certificate, key = Path(record["certificate"]), Path(record["key"])
    except KeyError as error:
        raise ValueError("a certificate and its key come together") from error
    return PictureSigning(certificate, key, str(record.get("algorithm", "es256")))


def _text_size(kept: object) -> int:
    if not isinstance(kept, int) or not _LEAST_TEXT <= kept <= _MOST_TEXT:
        raise ValueError(kept)
    return kept

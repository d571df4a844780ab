"""System libraries that Qt needs on Linux: which are missing, and how to get them.

A wheel of Qt brings Qt itself but expects the system's own X11, Wayland, GL, font and NSS
libraries. The table holds what the dynamic loader asked for, and did not find, for every Qt
library and plugin that we use, on a Debian 12 of the smallest kind.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence

# What the loader asks for, and the Debian packages that may hold it, the newest name first.
LIBRARIES: dict[str, tuple[str, ...]] = {
    "libEGL.so.1": ("libegl1",),
    "libGL.so.1": ("libgl1",),
    "libX11.so.6": ("libx11-6",),
    "libX11-xcb.so.1": ("libx11-xcb1",),
    "libXcomposite.so.1": ("libxcomposite1",),
    "libXdamage.so.1": ("libxdamage1",),
    "libXext.so.6": ("libxext6",),
    "libXfixes.so.3": ("libxfixes3",),
    "libXrandr.so.2": ("libxrandr2",),
    "libXtst.so.6": ("libxtst6",),
    "libasound.so.2": ("libasound2t64", "libasound2"),
    "libdbus-1.so.3": ("libdbus-1-3",),
    "libfontconfig.so.1": ("libfontconfig1",),
    "libfreetype.so.6": ("libfreetype6",),
    "libgbm.so.1": ("libgbm1",),
    "libgthread-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libnspr4.so": ("libnspr4",),
    "libnss3.so": ("libnss3",),
    "libwayland-client.so.0": ("libwayland-client0",),
    "libwayland-cursor.so.0": ("libwayland-cursor0",),
    "libwayland-egl.so.1": ("libwayland-egl1",),
    "libxcb.so.1": ("libxcb1",),
    "libxcb-cursor.so.0": ("libxcb-cursor0",),
    "libxcb-dri3.so.0": ("libxcb-dri3-0",),
    "libxcb-glx.so.0": ("libxcb-glx0",),
    "libxcb-icccm.so.4": ("libxcb-icccm4",),
    "libxcb-image.so.0": ("libxcb-image0",),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1",),
    "libxcb-randr.so.0": ("libxcb-randr0",),
    "libxcb-render.so.0": ("libxcb-render0",),
    "libxcb-render-util.so.0": ("libxcb-render-util0",),
    "libxcb-shape.so.0": ("libxcb-shape0",),
    "libxcb-shm.so.0": ("libxcb-shm0",),
    "libxcb-sync.so.1": ("libxcb-sync1",),
    "libxcb-util.so.1": ("libxcb-util1",),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0",),
    "libxcb-xkb.so.1": ("libxcb-xkb1",),
    "libxkbcommon.so.0": ("libxkbcommon0",),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
    "libxkbfile.so.1": ("libxkbfile1",),
}


class NotReady(Exception):
    """The machine lacks something that only its owner can give; the text says what to do."""


def ensure() -> None:
    """Install what is missing where that is allowed; raise `NotReady` with one line to run else.

    Does nothing on other systems than Linux, and calls no other program when nothing is missing.
    """
    if sys.platform != "linux":
        return
    missing = tuple(name for name in LIBRARIES if not _loads(name))
    venv_missing = _venv_packages()
    if not missing and not venv_missing:
        return
    if shutil.which("apt-get") is None:
        _explain_elsewhere(missing, venv_missing)
        return
    wanted = [*((name,) for name in venv_missing), *(LIBRARIES[name] for name in missing)]
    prefix = root_prefix()
    if prefix is None:
        raise NotReady(
            "Some system libraries are missing. Run this one line, then start again:\n\n"
            f"    {_one_line(wanted)}\n"
        )
    print(
        f"      {len(wanted)} system packages are missing; installing them with apt-get", flush=True
    )
    apt_install(prefix, wanted)


def root_prefix() -> list[str] | None:
    """Answer what to write before a command that needs root, None when we may not be root."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and _quiet([sudo, "-n", "true"]) == 0:
        return [sudo, "-n"]
    return None


def apt_install(prefix: Sequence[str], wanted: Iterable[Sequence[str]]) -> None:
    """Install one package of each group of alternatives, the first that this release knows."""
    apt = [
        *prefix,
        "env",
        "DEBIAN_FRONTEND=noninteractive",
        "apt-get",
        "-q",
        "-o",
        "APT::Acquire::Retries=3",
    ]
    _run_apt([*apt, "update"])
    names = sorted({_known_package(group) for group in wanted})
    _run_apt([*apt, "install", "-y", "--no-install-recommends", *names])


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _venv_packages() -> list[str]:
    """Name what Debian splits off the standard library's venv, when it is missing."""
    if importlib.util.find_spec("ensurepip") is not None:
        return []
    return [f"python{sys.version_info.major}.{sys.version_info.minor}-venv"]


def _known_package(group: Sequence[str]) -> str:
    return next((name for name in group if _has_candidate(name)), group[-1])


def _has_candidate(package: str) -> bool:
    shown = subprocess.run(
        ["apt-cache", "policy", package],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LC_ALL": "C"},
    ).stdout
    return "Candidate:" in shown and "Candidate: (none)" not in shown


def _run_apt(command: Sequence[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode:
        last = "\n".join((done.stdout + done.stderr).splitlines()[-15:])
        raise NotReady(f"apt-get could not install the missing packages:\n\n{last}\n")


def _one_line(wanted: Iterable[Sequence[str]]) -> str:
    names = " ".join(sorted({_known_package(group) for group in wanted}))
    return f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}"


def _explain_elsewhere(missing: Sequence[str], venv_missing: Sequence[str]) -> None:
    """Say what other distributions should install; their loaders may know better, so go on."""
    if venv_missing:
        raise NotReady(
            "This Python has no ensurepip. Install your distribution's python-venv package."
        )
    print(f"      Not found on this system: {', '.join(missing)}")
    for tool in ("dnf", "zypper"):
        if shutil.which(tool):
            provides = " ".join(f"'{name}()(64bit)'" for name in missing)
            print(f"      If the window does not open, run:  sudo {tool} install {provides}")


def _quiet(command: Sequence[str]) -> int:
    return subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, check=False
    ).returncode

"""What people do: one function per deed.

Knows every layer below it and is the only one that opens the unit of work, so a deed is one
transaction and answers with the `Changes` it made. Deeds raise the errors of the domain. Never
imports Qt, click, or anything that draws or prints: the window and the command line are two ways of
doing the same deeds.

`desk.drafting` imports that module when the first of its deeds is done, so that a window stands
before the libraries that parse, render and decode are read from the disk. Modules that name the
values of another layer only in annotations import them for the type checker alone, for the same
reason.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

    from newsroom.desk import as_file as as_file
    from newsroom.desk import assessing as assessing
    from newsroom.desk import batching as batching
    from newsroom.desk import binning as binning
    from newsroom.desk import checking as checking
    from newsroom.desk import comparing as comparing
    from newsroom.desk import credentials as credentials
    from newsroom.desk import crediting as crediting
    from newsroom.desk import drafting as drafting
    from newsroom.desk import fetching as fetching
    from newsroom.desk import illustrating as illustrating
    from newsroom.desk import keeping as keeping
    from newsroom.desk import likening as likening
    from newsroom.desk import opening as opening
    from newsroom.desk import presetting as presetting
    from newsroom.desk import previewing as previewing
    from newsroom.desk import reviewing as reviewing
    from newsroom.desk import rewriting as rewriting
    from newsroom.desk import sitting as sitting
    from newsroom.desk import taking_in as taking_in
    from newsroom.desk import timing as timing
    from newsroom.desk import using as using
    from newsroom.desk import wording as wording


def __getattr__(name: str) -> ModuleType:
    """Import a module of deeds."""
    module = f"{__name__}.{name}"
    if name.startswith("_") or find_spec(module) is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return import_module(module)

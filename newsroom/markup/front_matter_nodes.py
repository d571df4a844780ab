"""YAML read as texts, lists and tables of texts, with the line of everything that is wrong.

No plain value is anything but text: `no` stays the language code, `14:07` no number of seconds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from newsroom.domain.errors import Refused

_NOTHING = frozenset({"", "~", "null"})
_FIRST_LINE = 1
_NO_TEXT = re.compile("[\0\ud800-\udfff]")
"""What YAML can spell as an escape, but no text can hold: NUL, and halves of surrogate pairs."""


class Fields:
    """A YAML table whose values are asked for by name and kind."""

    def __init__(self, nodes: dict[str, yaml.Node]) -> None:
        self._nodes = nodes

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._nodes)

    def text(self, name: str) -> str:
        """Give a text, empty where the field is missing; `Refused` for a list or a table."""
        node = self._nodes.get(name)
        return "" if node is None else _text(node, name)

    def texts(self, name: str) -> tuple[str, ...]:
        """Give a list of texts; a single text is a list of one."""
        node = self._nodes.get(name)
        if isinstance(node, yaml.SequenceNode):
            return tuple(text for item in node.value if (text := _text(item, name)))
        text = self.text(name)
        return (text,) if text else ()

    def is_table(self, name: str) -> bool:
        return isinstance(self._nodes.get(name), yaml.MappingNode)

    def table(self, name: str) -> Fields:
        """Give the table under a name, empty where it is missing."""
        node = self._nodes.get(name)
        if node is None or (isinstance(node, yaml.ScalarNode) and not _text(node, name)):
            return Fields({})
        return _table(node, name)

    def rows(self, name: str) -> tuple[Fields, ...]:
        """Give a list of tables; a single table is a list of one."""
        node = self._nodes.get(name)
        if isinstance(node, yaml.SequenceNode):
            return tuple(_table(item, name) for item in node.value)
        return (self.table(name),) if self.is_table(name) or self.text(name) else ()

    def tables(self, name: str) -> dict[str, Fields]:
        """Give a table of tables."""
        outer = self.table(name)
        return {key: outer.table(key) for key in outer.names}


def fields_of(source: str) -> Fields:
    """Read the YAML between the fences; `source` begins at the end of line 1.

    Raises `Refused` with the line at fault.
    """
    try:
        node = yaml.compose(source, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        where = f" in line {error.problem_mark.line + _FIRST_LINE}" if error.problem_mark else ""
        raise _broken(f"{error.problem or 'it is not YAML'}{where}") from error
    except yaml.YAMLError as error:
        raise _broken("it holds a character that YAML does not allow", hint="") from error
    except RecursionError as error:
        raise _broken("it is nested too deep", hint="") from error
    return Fields({}) if node is None else _table(node, "the front matter")


def _broken(
    why: str, hint: str = "Put quotation marks around a text that holds a colon."
) -> Refused:
    return Refused(f"The front matter cannot be read: {why}.", hint=hint)


def _table(node: yaml.Node, name: str) -> Fields:
    if not isinstance(node, yaml.MappingNode):
        raise _wrong(node, name, "must be fields with a name and a value each")
    nodes: dict[str, yaml.Node] = {}
    pairs: Sequence[tuple[yaml.Node, yaml.Node]] = node.value
    for key_node, value in pairs:
        key = _text(key_node, name)
        if key in nodes:
            raise _wrong(key_node, key, "stands there twice")
        nodes[key] = value
    return Fields(nodes)


def _text(node: yaml.Node, name: str) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise _wrong(node, name, "must be text")
    text = str(node.value)
    if _NO_TEXT.search(text):
        raise _wrong(node, name, "holds a character that is no text")
    return "" if node.style is None and text.lower() in _NOTHING else text.strip()


def _wrong(node: yaml.Node, name: str, what: str) -> Refused:
    line = node.start_mark.line + _FIRST_LINE
    return Refused(f"In the front matter, line {line}: {name!r} {what}.")

"""Footnotes in foreign HTML: a mark that leads to a note, which leads back to the mark.

Word, LibreOffice, Google Docs, Wikipedia and blogs name their anchors each in their own way; what
they have in common is that the two lead to each other. Comments of editors are made the same way.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from newsroom.domain.document import Inline, Inlines, Text
from newsroom.markup.inline_form import normal
from newsroom.markup.paste.node import Node

_SIGN = re.compile(
    r"\W{0,2}(?:\d{1,4}|[ivxlcdm]{1,7}|[a-z]{1,2}|[*∗†‡§¶#]{1,4}|(?:note|сноска|прим\.?)\s*\d+)\W{0,2}",
    re.IGNORECASE,
)
_NOTE_ID = re.compile(
    r"_?(?:ftn|edn|sdfootnote|sdendnote|fn|footnote|endnote|cite_note|note|cmnt)[-_:]?.*\d.*|com_\d+",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"cmnt|_?msocom|_?com_", re.IGNORECASE)
_BLOCKS = frozenset({"aside", "dd", "div", "li", "p", "section", "td", "tr"})
_LEADING = re.compile(r"^[\s^↑]*")
_BACK = re.compile(r"[\s↩↵⏎↑^\ufe0e\ufe0f]*$")
_NEAR = 3
"""How far above a mark the element may be that the note leads back to."""


@dataclass(slots=True)
class PastedNotes:
    """What of a tree is a mark or a note, by element.

    `dropped` are links back and the comments of editors, `comments` how many of these there are.
    """

    calls: dict[Node, str] = field(default_factory=dict)
    bodies: dict[Node, str] = field(default_factory=dict)
    signs: dict[str, str] = field(default_factory=dict)
    dropped: set[Node] = field(default_factory=set)
    comments: int = 0


def find_notes(root: Node) -> PastedNotes:
    """Find the footnotes and the comments of a tree."""
    found = PastedNotes()
    _drop_comments(root, found)
    links = [node for node in root.every_node() if _fragment(node)]
    if links:
        _Pairs(root, found).pair(links)
    return found


def _drop_comments(root: Node, found: PastedNotes) -> None:
    """Leave out what Word says of comments: their marks and, below the text, their list."""
    for node in root.every_node():
        if not node.attributes:
            continue
        if node.style.get("mso-element") == "comment-list":
            found.dropped.add(node)
        elif node.style.get("mso-element") == "comment":
            found.comments += 1
        elif "msocomanchor" in node.classes:
            found.dropped.add(node)


def _fragment(node: Node) -> str:
    """Give the name of the place that a link leads to; Word says it of its notes in the style."""
    if node.tag != "a":
        return ""
    if "href" in node.attributes:
        return node.attributes["href"].partition("#")[2]
    named = node.style.get("mso-footnote-id") or node.style.get("mso-endnote-id", "")
    return f"_{named}" if named else ""


def _is_word_note(node: Node) -> bool:
    return node.style.get("mso-element") in {"footnote", "endnote"}


class _Pairs:
    """Knows of each element where it begins and ends, and which links lead to it.

    So no note is searched for each of its marks: a page can have thousands of both.
    """

    def __init__(self, root: Node, found: PastedNotes) -> None:
        self._found = found
        self._above: dict[Node, Node] = {}
        self._order: dict[Node, int] = {}
        self._last: dict[Node, int] = {}
        self._named: dict[str, Node] = {}
        self._leading: dict[Node, list[Node]] = {}
        for number, node in enumerate(root.every_node()):
            self._order[node] = number
            for child in node.nodes():
                self._above[child] = node
            for name in (node.attributes.get("id"), node.attributes.get("name")):
                if name:
                    self._named.setdefault(name, node)
            if _is_word_note(node) and "id" in node.attributes:
                # Where its anchor lost its name, as on a page that Word's text was pasted into.
                self._named.setdefault(f"_{node.attributes['id']}", node)
        # From the end on, the first child that is met of an element is its last one.
        for node in reversed(self._order):
            last = self._last.setdefault(node, self._order[node])
            if node in self._above:
                self._last.setdefault(self._above[node], last)

    def pair(self, links: list[Node]) -> None:
        for link in links:
            if (target := self._named.get(_fragment(link))) is not None:
                self._leading.setdefault(target, []).append(link)
        for call in links:
            target = self._named.get(_fragment(call))
            if target is None or self._order[target] <= self._order[call]:
                continue
            sign = call.all_text().strip()
            if _SIGN.fullmatch(sign):
                self._take(call, target, sign)
        for call in self._found.calls:
            self._found.dropped.discard(call)

    def _take(self, call: Node, target: Node, sign: str) -> None:
        note = self._note(target)
        first, last = self._order[note], self._last[note]
        if first <= self._order[call] <= last:
            return
        back = [link for at in self._near(call) for link in self._links_to(at, first, last)]
        if not back and not _is_word_note(note):
            return
        self._found.dropped.update(back)
        if _COMMENT.match(_fragment(call)):
            self._found.comments += note not in self._found.dropped
            self._found.dropped.update((call, note))
            return
        label = self._found.bodies.setdefault(note, str(len(self._found.bodies) + 1))
        self._found.calls[call] = label
        self._found.signs.setdefault(label, sign)

    def _near(self, call: Node) -> Iterator[Node]:
        """Give the elements that a note may lead back to: a mark, what it holds, or just above."""
        yield from call.every_node()
        near = call
        for _step in range(_NEAR - 1):
            if near not in self._above:
                return
            near = self._above[near]
            yield near

    def _links_to(self, target: Node, first: int, last: int) -> list[Node]:
        """Give the links to an element that stand between two places."""
        links = self._leading.get(target, [])
        start = bisect_left(links, first, key=self._order.__getitem__)
        end = bisect_right(links, last, key=self._order.__getitem__)
        return links[start:end]

    def _note(self, target: Node) -> Node:
        """Find the element that holds a whole note: the one so named, or the nearest block."""
        nearest: Node | None = None
        node: Node | None = target
        while node is not None:
            if _is_word_note(node) or node.tag == "li":
                return node
            if node.tag in _BLOCKS:
                nearest = nearest or node
                if _is_named_note(node):
                    return node
            node = self._above.get(node)
        return nearest or target


def _is_named_note(node: Node) -> bool:
    named = _NOTE_ID.fullmatch(node.attributes.get("id", ""))
    return bool(named) or not {"footnote", "footnote-item", "endnote"}.isdisjoint(node.classes)


def without_sign(inlines: Inlines, sign: str) -> Inlines:
    """Take away what a note repeats of its mark at its beginning, and what led back at its end."""
    result: list[Inline] = list(inlines)
    if result and isinstance(first := result[0], Text):
        text = _LEADING.sub("", first.text)
        bare = sign.strip("[]().")
        for spelled in (sign, f"[{bare}]", f"({bare})", f"{bare}.", f"{bare})", bare):
            rest = text.removeprefix(spelled)
            if rest != text and not (spelled[-1:].isalnum() and rest[:1].isalnum()):
                text = rest
                break
        result[0] = Text(text, first.marks, first.link)
    if result and isinstance(last := result[-1], Text):
        result[-1] = Text(_BACK.sub("", last.text), last.marks, last.link)
    return normal(result)

"""Foreign HTML, sanitised, as a small tree of what a reader would see."""

from __future__ import annotations

import re
from html import unescape

import nh3

from newsroom.domain.progress import Watch, unhurried
from newsroom.markup.characters import clean_text
from newsroom.markup.paste.depth import BLOCKS, shallow
from newsroom.markup.paste.drawings import with_vml_pictures, without_shapes
from newsroom.markup.paste.fillers import is_filler, mark_sign, plain_class
from newsroom.markup.paste.hidden import is_erased, is_hidden
from newsroom.markup.paste.node import Node
from newsroom.markup.paste.pictures import PICTURE_ATTRIBUTES

MAX_DEPTH = 80
"""Deeper elements are passed over and their text kept, so that no paste is too deep to walk."""

_VOID = frozenset({"br", "hr", "img", "input", "source", "wbr"})
_TAGS = BLOCKS | {
    *("a", "abbr", "b", "bdi", "bdo", "big", "br", "button", "cite", "code", "del", "em", "font"),
    *("i", "img", "input", "ins", "kbd", "label", "mark", "option", "picture", "q", "rb", "rp"),
    *(
        "rt",
        "ruby",
        "s",
        "samp",
        "select",
        "small",
        "source",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "textarea",
        "time",
        "tt",
    ),
    *("u", "wbr"),
}
_DROPPED = frozenset(
    {
        *("script", "style", "title", "template", "noscript", "iframe", "object", "annotation"),
        *("audio", "video", "canvas", "datalist", "desc", "metadata", "meter", "progress", "xml"),
        *("annotation-xml", "noframes", "noembed"),
    }
)
_ATTRIBUTES = {
    "*": {"style", "id", "class", "hidden", "role", "aria-level", "data-aria-level", "title"},
    "a": {"href", "name"},
    "font": {"face"},
    "ol": {"start", "data-indent"},
    "ul": {"data-indent"},
    "li": {"value", "data-aria-posinset"},
    "img": {"src", "alt", "width", "height", "aria-roledescription", *PICTURE_ATTRIBUTES},
    "source": {"srcset", "data-srcset"},
    "td": {"colspan", "rowspan"},
    "tr": {"height"},
    "th": {"colspan", "rowspan"},
    "input": {"type", "value"},
    "del": {"cite", "datetime"},
}
_STYLES = frozenset(
    {
        *("font", "font-weight", "font-style", "text-decoration", "text-decoration-line"),
        *("vertical-align", "display", "visibility", "white-space", "width", "height"),
        *("mso-list", "mso-hide", "mso-element", "mso-outline-level", "mso-tab-count"),
        *(
            "mso-special-character",
            "mso-special-format",
            "mso-symbol-font-family",
            "mso-footnote-id",
        ),
        *("mso-endnote-id", "list-style", "list-style-type", "white-space-collapse", "font-family"),
        *("position", "clip", "clip-path", "margin", "margin-left"),
    }
)
_SCHEMES = frozenset({"http", "https", "mailto", "tel", "data", "file", "blob", "cid"})
_CELLS = re.compile(r"<t(?:able|body|head|foot|r|d|h)\b", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-z0-9-]+)((?: [^\s=\"<>]+=\"[^\"]*\")*)>")
_ATTRIBUTE = re.compile(r"([^\s=\"]+)=\"([^\"]*)\"")
_OWN = re.compile(r"<([a-zA-Z][a-zA-Z0-9]{0,30}-[a-zA-Z0-9-]{0,60})(?=[\s/>])")
_LOOSE = re.compile(r"&(?![a-zA-Z#])")


def sanitised_tree(html: str, watch: Watch = unhurried) -> tuple[Node, bool]:
    """Parse HTML after taking out all that is not text and structure.

    Gives too whether words that its writer had taken out again were among what is left out.
    """
    prepared = _prepared(clean_text(html))
    watch()
    clean = nh3.clean(
        prepared,
        tags=set(_TAGS).union(_own_elements(prepared)),
        clean_content_tags=set(_DROPPED),
        attributes=_ATTRIBUTES,
        filter_style_properties=set(_STYLES),
        url_schemes=set(_SCHEMES),
        link_rel=None,
        strip_comments=True,
    )
    watch()
    builder = _Builder()
    return builder.build(clean), builder.erased


def _own_elements(html: str) -> set[str]:
    """Name the elements that a site made for itself, so that their words are told apart."""
    return {found[1].lower() for found in _OWN.finditer(html)} - _DROPPED


def _prepared(html: str) -> str:
    """Mend what a parser would stumble over, or take too long for, or drop words of."""
    return _whole_tables(shallow(without_shapes(with_vml_pictures(_LOOSE.sub("&amp;", html)))))


def _whole_tables(html: str) -> str:
    """Put a table around rows that came without one: a parser would drop them and fuse words."""
    first = _CELLS.search(html)
    if first and not first[0].lower().endswith("able"):
        return f"<table>{html}</table>"
    return html


def _node(tag: str, said: str) -> Node:
    attributes = {one[1]: unescape(one[2]) for one in _ATTRIBUTE.finditer(said)}
    if "class" in attributes:
        attributes["class"] = plain_class(attributes["class"])
    style = attributes.get("style")
    return Node(tag, attributes, [], _declarations(style) if style else {})


def _declarations(style: str) -> dict[str, str]:
    pairs = (part.split(":", 1) for part in style.split(";"))
    return {
        pair[0].strip(): pair[1].partition("!")[0].strip().lower()
        for pair in pairs
        if len(pair) == 2
    }


class _Builder:
    """Builds the tree of what is seen; sanitised HTML closes what it opens, and quotes alike."""

    def __init__(self) -> None:
        self.root = Node("body")
        self._open = [self.root]
        self._unseen = [False]
        self._hidden = 0
        self._skipped = 0
        self.erased = False

    def build(self, clean: str) -> Node:
        """Read sanitised HTML."""
        at = 0
        for found in _TAG.finditer(clean):
            if found.start() > at:
                self._text(unescape(clean[at : found.start()]))
            at = found.end()
            if found[1]:
                self._end(found[2])
            else:
                self._start(found[2], found[3])
        self._text(unescape(clean[at:]))
        return self.root

    def _start(self, tag: str, said: str) -> None:
        if self._hidden:
            self._hidden += tag not in _VOID
            return
        if len(self._open) > MAX_DEPTH and tag not in _VOID:
            self._skipped += 1
            self._part(tag)
            return
        node = _node(tag, said) if said else Node(tag)
        erased = bool(said) and is_erased(node)
        self.erased |= erased
        if erased or (said and is_hidden(node)):
            self._hidden += tag not in _VOID
            return
        visibility = node.style.get("visibility", "")
        unseen = self._unseen[-1] if not visibility else visibility in {"hidden", "collapse"}
        if tag in _VOID:
            if not unseen:
                self._open[-1].children.append(node)
            return
        if is_filler(node):
            mark_sign(self._open)
        self._open[-1].children.append(node)
        self._open.append(node)
        self._unseen.append(unseen)

    def _end(self, tag: str) -> None:
        if tag in _VOID:
            return
        if self._hidden:
            self._hidden -= 1
        elif self._skipped:
            self._skipped -= 1
            self._part(tag)
        elif len(self._open) > 1:
            self._open.pop()
            self._unseen.pop()

    def _text(self, data: str) -> None:
        if not self._hidden and not self._unseen[-1]:
            self._open[-1].children.append(data)

    def _part(self, tag: str) -> None:
        """Keep the words around an element apart that is passed over."""
        if tag in BLOCKS:
            self._open[-1].children.append(Node("br"))

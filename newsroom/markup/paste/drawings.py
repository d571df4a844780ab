"""Drawings and formulas inside foreign HTML: their words are kept, their shapes are not."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BEGINS = re.compile(r"<(svg|math)\b", re.IGNORECASE)
_UNSEEN = re.compile(
    r"<(title|desc|style|script|defs|metadata|annotation|annotation-xml)\b[^>]*(?<!/)>.*?</\1\s*>",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"<[^<>]*>")
_TEXTS = re.compile(r"<(?:/?text|/?m(?:row|table|tr|td|frac|sup|sub)|tspan)\b", re.IGNORECASE)


_VML = re.compile(
    r"<v:(shape|imagedata)\b((?:\"[^\"]*+\"|'[^']*+'|[^\"'<>]++){0,200}+)>", re.IGNORECASE
)
_SAID = re.compile(r"\b(src|alt)\s*=\s*(\"[^\"]*\"|'[^']*')", re.IGNORECASE)


def with_vml_pictures(html: str) -> str:
    """Give HTML with the pictures that Word put down as VML alone, without an `img` for others."""
    if "<v:imagedata" not in html:
        return html
    alt = '""'

    def shown(found: re.Match[str]) -> str:
        nonlocal alt
        said = dict(_SAID.findall(found[2]))
        if found[1] == "shape":
            alt = said.get("alt", '""')
            return found[0]
        return f"<img src={said['src']} alt={alt}>" if "src" in said else ""

    return _VML.sub(shown, html)


def without_shapes(html: str) -> str:
    """Give HTML with the words of each drawing and formula in its place."""
    return "".join(_parts(html)) if _BEGINS.search(html) else html


def _parts(html: str) -> Iterator[str]:
    at = 0
    while found := _BEGINS.search(html, at):
        ending = re.compile(rf"</{found[1]}\s*>", re.IGNORECASE).search(html, found.end())
        if ending is None:
            break
        yield html[at : found.start()]
        yield _words(html[found.start() : ending.start()])
        at = ending.end()
    yield html[at:]


def _words(drawing: str) -> str:
    return _TAG.sub(_space, _UNSEEN.sub("", drawing))


def _space(found: re.Match[str]) -> str:
    """Part words that stand in different places of a drawing, but no letters of a formula."""
    return " " if _TEXTS.match(found[0]) else ""

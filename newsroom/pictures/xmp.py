"""XMP: a packet written, and any packet read, safely. It does not know what properties mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from html import escape
from xml.etree import ElementTree

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"
RIGHTS = "{http://ns.adobe.com/xap/1.0/rights/}"
CORE = "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}"
EXT = "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}"
PLUS = "{http://ns.useplus.org/ldf/xmp/1.0/}"
_ITEMS = f"*/{RDF}li"
_RESOURCE = f"{RDF}resource"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

_PREFIXES = {
    "rdf": RDF,
    "dc": DC,
    "photoshop": PHOTOSHOP,
    "xmpRights": RIGHTS,
    "Iptc4xmpCore": CORE,
    "Iptc4xmpExt": EXT,
    "plus": PLUS,
}
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write, not even escaped."""

_HEAD = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
)
_TAIL = '</x:xmpmeta><?xpacket end="r"?>'


def wrapped(properties: str) -> bytes:
    """Make a packet in UTF-8 of written properties; it declares the namespaces that they use."""
    used = {name for name in _PREFIXES if name == "rdf" or f"<{name}:" in properties}
    spaces = " ".join(f'xmlns:{name}="{_PREFIXES[name][1:-1]}"' for name in sorted(used))
    body = (
        f'<rdf:RDF {spaces}><rdf:Description rdf:about="">{properties}</rdf:Description></rdf:RDF>'
    )
    return (_HEAD + body + _TAIL).encode()


@cache
def expanded(name: str) -> str:
    """Give the qualified name that a `Packet` is asked by, from one such as `dc:creator`."""
    prefix, _, local = name.partition(":")
    return f"{_PREFIXES[prefix]}{local}"


def element(name: str, inside: str, attributes: str = "") -> str:
    """Write an element; nothing where nothing is inside."""
    return f"<{name}{attributes}>{inside}</{name}>" if inside else ""


def plain(value: str) -> str:
    """Escape a value as text, so that a credit that looks like markup stays a credit.

    Characters that XML cannot hold are dropped. A bare carriage return would come back as a line
    feed, so it is written by its number.
    """
    return escape(_FORBIDDEN.sub("", value), quote=False).replace("\r", "&#13;")


def items(kind: str, values: Iterable[str]) -> str:
    """Write texts as an `rdf:Seq` or an `rdf:Bag`."""
    return element(f"rdf:{kind}", "".join(element("rdf:li", plain(value)) for value in values))


def structures(kind: str, values: Iterable[Iterable[str]]) -> str:
    """Write structures, each given as its written fields."""
    inside = (element("rdf:li", "".join(one), ' rdf:parseType="Resource"') for one in values)
    return element(f"rdf:{kind}", "".join(inside))


def default_text(value: str) -> str:
    """Write a text of no particular language as alternatives by language."""
    inside = element("rdf:li", plain(value), ' xml:lang="x-default"')
    return element("rdf:Alt", inside)


class _NoDoctype(ElementTree.TreeBuilder):
    """Stops at a document type: XMP has none, and entities that grow without end need one."""

    def doctype(self, *names: str | None) -> None:
        raise ValueError(f"a document type in a metadata packet: {names}")


class Packet:
    """The properties of an XMP packet, asked by their qualified names such as `DC + "creator"`."""

    def __init__(self, data: bytes) -> None:
        """Parse a packet; raises `ValueError` where it is not well-formed XML or has a doctype."""
        text = _unpadded(data)
        try:
            root = _parsed(text)
        except ElementTree.ParseError:
            try:
                root = _parsed(_FORBIDDEN.sub("", text))
            except ElementTree.ParseError as error:
                raise ValueError("the metadata packet is not well-formed") from error
        self._found: dict[str, str | ElementTree.Element] = {}
        for description in (one for rdf in root.iter(f"{RDF}RDF") for one in rdf):
            for name, value in description.attrib.items():
                self._found.setdefault(name, value)
            for inner in description:
                self._found.setdefault(inner.tag, inner)

    @property
    def names(self) -> Iterable[str]:
        """The qualified names of the properties that are there."""
        return self._found.keys()

    def texts(self, name: str) -> tuple[str, ...]:
        """Give the values of a property in their order; of alternatives, `x-default` first."""
        found = self._found.get(name)
        if found is None:
            return ()
        return (found,) if isinstance(found, str) else _values(found)

    def text(self, name: str) -> str:
        """Give the first value of a property; empty where there is none."""
        return next(iter(self.texts(name)), "")

    def structs(self, name: str) -> tuple[dict[str, str], ...]:
        """Give a property's structures, each as its fields' first values by qualified name."""
        found = self._found.get(name)
        if found is None or isinstance(found, str):
            return ()
        return tuple(_fields(item) for item in found.findall(_ITEMS) or [found])


def _parsed(text: str) -> ElementTree.Element:
    # A builder of our own takes twice as long, so only what may need it gets it.
    builder = _NoDoctype() if "<!DOCTYPE" in text else ElementTree.TreeBuilder()
    parser = ElementTree.XMLParser(target=builder)
    parser.feed(text)
    root: ElementTree.Element = parser.close()
    return root


def _unpadded(data: bytes) -> str:
    for mark, charset in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(charset, errors="replace").strip("\x00\ufeff \r\n\t")
    return data.decode("utf-8", errors="replace").strip("\x00\ufeff \r\n\t")


def _values(element: ElementTree.Element) -> tuple[str, ...]:
    items = element.findall(_ITEMS)
    if not items:
        return (_value(element),)
    if len(items) == 1:
        return (_value(items[0]),)
    default_first = sorted(items, key=lambda item: item.get(_LANGUAGE) != "x-default")
    return tuple(map(_value, default_first))


def _value(element: ElementTree.Element) -> str:
    """Give an element's own value, which stands deeper where something is said of the value."""
    plain = element.get(_RESOURCE) or element.text or ""
    if plain.strip() or not len(element):
        return plain
    found = element.find(f".//{RDF}value")
    return plain if found is None else found.get(_RESOURCE) or found.text or ""


def _fields(item: ElementTree.Element) -> dict[str, str]:
    inner = item.find(f"{RDF}Description")
    holder = item if inner is None else inner
    found = {name: value for name, value in holder.attrib.items() if not name.startswith(RDF)}
    found.update({child.tag: next(iter(_values(child)), "") for child in holder})
    return found

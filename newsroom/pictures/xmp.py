"""XMP, the part of it that carries credits: a packet written, and any packet read, safely."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from xml.etree import ElementTree

from newsroom.domain.picture import CreditRecord

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"
RIGHTS = "{http://ns.adobe.com/xap/1.0/rights/}"
CORE = "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}"
EXT = "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

_PREFIXES = {
    "rdf": RDF,
    "dc": DC,
    "photoshop": PHOTOSHOP,
    "xmpRights": RIGHTS,
    "Iptc4xmpCore": CORE,
}
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write, not even escaped."""

_HEAD = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
)
_TAIL = '</x:xmpmeta><?xpacket end="r"?>'


def write_packet(record: CreditRecord) -> bytes:
    """Write a record as an XMP packet in UTF-8; an empty field is left out.

    Every value is escaped as text, so that a credit that looks like markup stays a credit.
    Characters that XML cannot hold are dropped.
    """
    spaces = " ".join(f'xmlns:{prefix}="{uri[1:-1]}"' for prefix, uri in _PREFIXES.items())
    properties = "".join(_properties(record))
    body = (
        f'<rdf:RDF {spaces}><rdf:Description rdf:about="">{properties}</rdf:Description></rdf:RDF>'
    )
    return (_HEAD + body + _TAIL).encode()


def _properties(record: CreditRecord) -> Iterable[str]:
    yield _element("dc:creator", _items("rdf:Seq", record.creator))
    yield _element("photoshop:Credit", _text(record.credit))
    yield _element("photoshop:Source", _text(record.source))
    yield _element("dc:rights", _default(record.copyright))
    yield _element("xmpRights:UsageTerms", _default(record.usage_terms))
    yield _element("xmpRights:WebStatement", _text(record.web_statement))
    yield _element("Iptc4xmpCore:AltTextAccessibility", _default(record.alt))
    yield _element("dc:description", _default(record.caption))


def _element(name: str, inside: str) -> str:
    return f"<{name}>{inside}</{name}>" if inside else ""


def _text(value: str) -> str:
    # A bare carriage return would come back as a line feed.
    return escape(_FORBIDDEN.sub("", value), quote=False).replace("\r", "&#13;")


def _items(kind: str, values: Iterable[str]) -> str:
    inside = "".join(f"<rdf:li>{_text(value)}</rdf:li>" for value in values if value)
    return _element(kind, inside)


def _default(value: str) -> str:
    text = _text(value)
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{text}</rdf:li></rdf:Alt>' if text else ""


class _NoDoctype(ElementTree.TreeBuilder):
    """Stops at a document type: XMP has none, and entities that grow without end need one."""

    def doctype(self, *names: str | None) -> None:
        raise ValueError(f"a document type in a metadata packet: {names}")


class Packet:
    """The properties of an XMP packet, asked by their qualified names such as `DC + "creator"`."""

    def __init__(self, data: bytes) -> None:
        """Parse a packet; raises `ValueError` where it is not well-formed XML or has a doctype."""
        parser = ElementTree.XMLParser(target=_NoDoctype())
        try:
            parser.feed(_FORBIDDEN.sub("", _unpadded(data)))
            root = parser.close()
        except ElementTree.ParseError as error:
            raise ValueError("the metadata packet is not well-formed") from error
        self._descriptions = [description for rdf in root.iter(f"{RDF}RDF") for description in rdf]

    def texts(self, name: str) -> tuple[str, ...]:
        """Give the values of a property in their order; of alternatives, `x-default` first."""
        for description in self._descriptions:
            plain = description.get(name)
            if plain is not None:
                return (plain,)
            found = description.find(name)
            if found is not None:
                return _values(found)
        return ()

    def text(self, name: str) -> str:
        """Give the first value of a property; empty where there is none."""
        return next(iter(self.texts(name)), "")

    def structs(self, name: str) -> tuple[dict[str, str], ...]:
        """Give a property's structures, each as its fields' first values by qualified name."""
        for description in self._descriptions:
            found = description.find(name)
            if found is not None:
                items = found.findall(f"*/{RDF}li") or [found]
                return tuple(_fields(item) for item in items)
        return ()


def _unpadded(data: bytes) -> str:
    for mark, charset in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(charset, errors="replace").strip("\x00\ufeff \r\n\t")
    return data.decode("utf-8", errors="replace").strip("\x00\ufeff \r\n\t")


def _values(element: ElementTree.Element) -> tuple[str, ...]:
    items = element.findall(f"*/{RDF}li")
    if not items:
        return (element.get(f"{RDF}resource") or element.text or "",)
    default_first = sorted(items, key=lambda item: item.get(_LANGUAGE) != "x-default")
    return tuple(item.get(f"{RDF}resource") or item.text or "" for item in default_first)


def _fields(item: ElementTree.Element) -> dict[str, str]:
    inner = item.find(f"{RDF}Description")
    holder = item if inner is None else inner
    found = {name: value for name, value in holder.attrib.items() if not name.startswith(RDF)}
    found.update({child.tag: next(iter(_values(child)), "") for child in holder})
    return found

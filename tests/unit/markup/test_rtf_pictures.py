"""Pictures that a word processor sends as RTF beside HTML that names its own files."""

from __future__ import annotations

import pytest

from newsroom.domain.pasted import Pasted, PastedPicture
from newsroom.markup.paste.rtf_pictures import with_sent_pictures

_FIRST, _SECOND = b"\x89PNG first", b"\xff\xd8 second"
_FILE = PastedPicture("file:///C:/Temp/msohtmlclip1/01/clip_image001.png")
_OTHER = PastedPicture("file:///C:/Temp/msohtmlclip1/01/clip_image002.jpg")
_LINKED = PastedPicture("https://a.example/1.jpg")


def _shown(data: bytes, kind: bytes) -> bytes:
    digits = data.hex().encode()
    return (
        b"{\\*\\shppict{\\pict{\\*\\picprop\\shplid1025{\\sp{\\sn shapeType}{\\sv 75}}}"
        b"\\picscalex100\\picw20\\" + kind + b"\\bliptag-7{\\*\\blipuid 00ff00ff}\r\n"
        + digits[:10] + b"\r\n" + digits[10:] + b"}}{\\nonshppict{\\pict\\wmetafile8 0102}}"
    )  # fmt: skip


_RTF = b"{\\rtf1 a" + _shown(_FIRST, b"pngblip") + b" b" + _shown(_SECOND, b"jpegblip") + b"}"


@pytest.mark.parametrize(
    ("pictures", "data"),
    [
        ((_FILE, _OTHER), (_FIRST, _SECOND)),
        ((_FILE, _LINKED, _OTHER), (_FIRST, b"", _SECOND)),
        ((_FILE, _LINKED), (_FIRST, b"")),
        ((_LINKED, _FILE), (b"", _SECOND)),
        ((_FILE, _OTHER, _FILE), (b"", b"", b"")),
        ((_FILE,), (b"",)),
        ((PastedPicture("", b"own"), _OTHER), (b"own", _SECOND)),
    ],
)
def test_files_get_their_bytes_where_the_numbers_agree(
    pictures: tuple[PastedPicture, ...], data: tuple[bytes, ...]
) -> None:
    found = with_sent_pictures(Pasted(pictures=pictures), _RTF)
    assert tuple(one.data for one in found.pictures) == data
    assert tuple(one.address for one in found.pictures) == tuple(one.address for one in pictures)


@pytest.mark.parametrize("rtf", [b"", b"{\\rtf1 words}", b"\\pngblip 8", b"{\\pict\\pngblip zz}"])
def test_rtf_without_pictures_changes_nothing(rtf: bytes) -> None:
    pasted = Pasted(pictures=(_FILE,))
    assert with_sent_pictures(pasted, rtf) == pasted

"""Fetch a picture from the web, because a person asked for it: nothing else here goes there."""

from __future__ import annotations

from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.request import Request, build_opener

from newsroom.domain.errors import Refused, Unavailable
from newsroom.domain.links import is_web_link

MAX_BYTES = 60 * 1024 * 1024
_SECONDS = 10
_HINT = "Save it with the browser and drop the file here."


def picture_from_web(address: str) -> bytes:
    """Fetch the bytes that lie at an address.

    Raises `Refused` where nothing can be taken from there, `Unavailable` where nothing answers.
    """
    if not is_web_link(address):
        raise Refused("This picture has no address on the web.", hint=_HINT)
    wanted = Request(address, headers={"User-Agent": "Mozilla/5.0 Newsroom", "Accept": "image/*"})
    try:
        with build_opener().open(wanted, timeout=_SECONDS) as answer:
            data: bytes = answer.read(MAX_BYTES + 1)
    except HTTPError as error:
        raise Refused(f"The site does not give the picture ({error.code}).", hint=_HINT) from error
    except (URLError, HTTPException, OSError, ValueError) as error:
        raise Unavailable("The site with the picture does not answer.", hint=_HINT) from error
    if len(data) > MAX_BYTES:
        raise Refused("The picture on the site is larger than 60 MB.", hint=_HINT)
    return data

"""The process that decodes a HEIC picture first, and may die of it.

Run as `python -m newsroom.pictures.heic_worker` with the file on standard input. It answers by
ending well, also where the file is refused: for which reason, whoever asked finds out itself.
"""

from __future__ import annotations

import sys
from contextlib import suppress

from newsroom.domain.errors import Refused
from newsroom.pictures.opening import decode, open_picture


def main() -> int:
    """Open and decode what comes on standard input."""
    with suppress(Refused):
        decode(open_picture(sys.stdin.buffer.read(), "the picture"), "the picture")
    return 0


if __name__ == "__main__":
    sys.exit(main())

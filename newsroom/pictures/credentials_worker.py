"""The process in which c2pa reads hostile files and signs ours, and which may die of it.

Run as `python -m newsroom.pictures.credentials_worker`. Reads one JSON document from standard
input, `{"read": [PATH…], "anchors": PEM}` or `{"sign": …}` as `credentials.py` writes it, and
prints one line of JSON for each file. Never asks the network.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsroom.pictures.opening import MEDIA_TYPES, open_picture

try:
    import c2pa
except ImportError:
    c2pa = None

Said = dict[str, Any]


def main(_arguments: list[str]) -> int:
    """Do what is asked on standard input."""
    asked = json.load(sys.stdin)
    for answer in _signed(asked["sign"]) if "sign" in asked else _read(asked):
        sys.stdout.write("\n" + json.dumps(answer) + "\n")
        sys.stdout.flush()
    return 0


def _read(asked: Said) -> Iterator[Said]:
    for path in asked["read"]:
        if c2pa is None:
            yield {"absent": True}
            continue
        try:
            yield _read_one(Path(path).read_bytes(), _context(asked["anchors"]))
        except (c2pa.C2paError, OSError, ValueError, RuntimeError) as error:
            yield {"failed": type(error).__name__}


def _read_one(data: bytes, context: Any) -> Said:
    media_type = MEDIA_TYPES[open_picture(data, "the picture").format or ""]
    reader = c2pa.Reader.try_create(media_type, io.BytesIO(data), context=context)
    if reader is None:
        return {"none": True}
    return {"state": str(reader.get_validation_state()), "store": json.loads(reader.json())}


def _signed(job: Said) -> Iterator[Said]:
    """Sign copies of one original, which becomes their ingredient, each into a file of its own."""
    if c2pa is None:
        yield {"absent": True}
        return
    original = Path(job["original"]).read_bytes()
    info = c2pa.C2paSignerInfo(
        job["algorithm"].encode(),
        Path(job["certificate"]).read_bytes(),
        Path(job["key"]).read_bytes(),
        None,
    )
    signer = c2pa.Signer.from_info(info)
    for source, target, media_type in job["copies"]:
        builder = c2pa.Builder(_manifest(job["version"]), _context(""))
        ingredient = {"title": "original", "relationship": "parentOf", "label": "original"}
        builder.add_ingredient(ingredient, job["media_type"], io.BytesIO(original))
        signed = io.BytesIO()
        builder.sign(signer, media_type, io.BytesIO(Path(source).read_bytes()), signed)
        Path(target).write_bytes(signed.getvalue())
        yield {"signed": target}


def _manifest(version: str) -> Said:
    opened = {"action": "c2pa.opened", "parameters": {"ingredientIds": ["original"]}}
    actions = [opened, {"action": "c2pa.resized"}, {"action": "c2pa.transcoded"}]
    return {
        "claim_generator_info": [{"name": "Newsroom", "version": version}],
        "assertions": [{"label": "c2pa.actions.v2", "data": {"actions": actions}}],
    }


def _context(anchors: str) -> Any:
    """Keep c2pa off the network, and from putting small copies of an uncut original into files."""
    settings: Said = {
        "verify": {"remote_manifest_fetch": False, "ocsp_fetch": False},
        "builder": {"thumbnail": {"enabled": False}},
    }
    if anchors:
        settings["trust"] = {"trust_anchors": anchors}
    return c2pa.Context(c2pa.Settings.from_dict(settings))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""kill -9 in the middle of saving: what was acknowledged is there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from newsroom.store.library import Library
from tests.support.ledger import dump, read_body
from tests.support.stories import AN_ARTICLE

SAVING = """
import sys
from pathlib import Path
from newsroom.store.library import Library
from tests.support.ledger import at, body_with, read_body, revision_entry
from tests.support.stories import AN_ARTICLE, a_content

library = Library.open(Path(sys.argv[1]), read_body)
number = int(sys.argv[2])
while True:
    number += 1
    content = a_content(headline=str(number), body=body_with(text=f"{number} " * 500))
    with library.writing() as work:
        work.save_draft(AN_ARTICLE, content, at(number))
        if number % 5 == 0:
            work.add(revision_entry(AN_ARTICLE, content, number))
        work.commit()
    print(number, flush=True)
"""


def save_until_killed(folder: Path, start: int, acknowledged: int) -> int:
    """Save in another process, kill it after so many answers; give the last number answered."""
    process = subprocess.Popen(
        [sys.executable, "-c", SAVING, str(folder), str(start)],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    with process, process.stdout as answers:
        for _ in range(acknowledged):
            last = answers.readline()
        process.kill()
        rest = answers.read().split("\n")
    # The last line may be cut: only whole lines were answers.
    return int(rest[-2] if len(rest) > 1 else last)


@pytest.mark.timeout(300)
def test_the_last_acknowledged_draft_survives_a_kill(library: Library) -> None:
    folder = library.folder
    library.close()
    saved = 0
    for acknowledged in (1, 12, 33):
        saved = save_until_killed(folder, saved, acknowledged)
        with Library.open(folder, read_body) as opened:
            with opened.reading() as view:
                content = view.content(AN_ARTICLE)
                revisions = view.revisions(AN_ARTICLE)
                assert view.summary(AN_ARTICLE).revision == len(revisions)
            # One more may have been committed and not yet answered.
            assert int(content.headline) in {saved, saved + 1}
            assert content.body.split()[:500] == [content.headline] * 500
            numbers = [int(one.content.headline) for one in revisions]
            assert numbers[-1:] == [int(content.headline) // 5 * 5][: len(numbers)]
            built = dump(opened)
            opened.rebuild()
            assert dump(opened) == built
        saved = int(content.headline)

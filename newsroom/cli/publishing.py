"""Commands about pages: write them, verify them."""

from __future__ import annotations

from pathlib import Path

import click

from newsroom.cli import documents
from newsroom.cli.presenter import Exit
from newsroom.cli.progress import progress_bar
from newsroom.cli.shell import GivenPath, Shell, json_option
from newsroom.desk import browsing, publishing
from newsroom.domain.findings import Severity
from newsroom.domain.summary import ArticleQuery
from newsroom.domain.workflow import State

_FOLDER = GivenPath()


@click.command()
@click.argument("articles", nargs=-1, metavar="[ID]...")
@click.option("--out", required=True, type=_FOLDER, help="The folder to write into.")
@click.option("--draft", is_flag=True, help="Write pages of unapproved stories, marked as drafts.")
@json_option
@click.pass_obj
def export(shell: Shell, articles: tuple[str, ...], out: Path, draft: bool) -> None:
    """Write publish-ready pages; without an ID, of every approved story."""
    with shell.desk() as desk:
        wanted = [browsing.find_article(desk, one) for one in articles]
        if not wanted:
            ready = ArticleQuery(states=frozenset({State.APPROVED, State.PUBLISHED}))
            wanted = [one.id for one in browsing.articles(desk, ready)]
        done = publishing.export(desk, wanted, out, draft=draft, progress=progress_bar())
    pages = [str(page) for page in done.pages]
    document = {
        "pages": pages,
        "findings": [documents.finding(one) for one in done.findings],
        "warnings": list(done.warnings),
    }
    lines = [*pages, *(f"  {warning}" for warning in done.warnings)]
    shell.answer(document, lambda: "\n".join(lines))


@click.command()
@click.argument("folder", type=_FOLDER)
@json_option
@click.pass_obj
def verify(shell: Shell, folder: Path) -> None:
    """Open exported files again: are they what was written, do all credits agree?"""
    seen = publishing.reopen(folder)
    found, left = seen.findings, [str(path) for path in seen.left_over]
    document = {"findings": [documents.finding(one) for one in found], "left_over": left}
    lines = [documents.finding_line(one) for one in found]
    lines = lines or ["Every file is as it was written, and all credits agree."]
    lines += [f"{path} is shown by no page any more." for path in left]
    shell.answer(document, lambda: "\n".join(lines))
    if any(one.severity is Severity.ERROR for one in found):
        raise SystemExit(Exit.REFUSED)

"""Commands about articles: bring in, list, show, check, decide."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from newsroom.cli import documents
from newsroom.cli.progress import progress_bar
from newsroom.cli.shell import GivenPath, Shell, json_option
from newsroom.desk import as_file, binning, browsing, checking, importing, previewing, reviewing
from newsroom.desk.room import Desk
from newsroom.domain.changes import Changes
from newsroom.domain.ids import ArticleId
from newsroom.domain.summary import ArticleQuery, ArticleSummary, Sort
from newsroom.domain.workflow import State

_FILE = GivenPath()


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=_FILE)
@json_option
@click.pass_obj
def import_(shell: Shell, files: tuple[Path, ...]) -> None:
    """Bring in stories: Markdown with front matter and pictures beside it, or plain text.

    Several files come in together or not at all.
    """
    with shell.desk() as desk:
        imported = importing.import_files(desk, files, progress_bar())
    rows = [{"article": one.article, "warnings": list(one.warnings)} for one in imported]
    lines = [
        line
        for one in imported
        for line in (one.article, *(f"  {warning}" for warning in one.warnings))
    ]
    shell.answer(rows[0] if len(rows) == 1 else rows, lambda: "\n".join(lines))


@click.command("list")
@click.option("--search", default="", help="Words to find in any field, the body or a credit.")
@click.option("--state", type=click.Choice([state.value for state in State]), multiple=True)
@click.option("--limit", type=click.IntRange(min=1), help="Show at most so many.")
@click.option("--sort", type=click.Choice([sort.value for sort in Sort]), default="changed")
@click.option("--bin", "binned", is_flag=True, help="List what lies in the bin instead.")
@json_option
@click.pass_obj
def list_(shell: Shell, /, state: tuple[str, ...], sort: str, **asked: Any) -> None:
    """List articles, newest change first."""
    query = ArticleQuery(states=frozenset(map(State, state)), sort=Sort(sort), **asked)
    with shell.desk() as desk:
        found = browsing.articles(desk, query)
    rows = [documents.article_row(one) for one in found]
    shell.answer(rows, lambda: "\n".join(_row(one) for one in found) or "No articles.")


def _row(summary: ArticleSummary) -> str:
    return f"{summary.id[:8]}  {summary.state.value:14}  {summary.language:2}  {summary.headline}"


@click.command()
@click.argument("article")
@click.option("--as", "form", type=click.Choice(["markdown", "html", "json"]), default="markdown")
@json_option
@click.pass_obj
def show(shell: Shell, article: str, form: str) -> None:
    """Show one article whole: its Markdown, its page, or its fields."""
    shell.as_json = shell.as_json or form == "json"
    with shell.desk() as desk:
        wanted = browsing.find_article(desk, article)
        story = browsing.story(desk, wanted)
        whole = documents.article_whole(browsing.summary(desk, wanted), story)
        if form == "html":
            page = previewing.preview(desk, story).html.decode("utf-8")
            shell.answer({**whole, "html": page}, lambda: page.removesuffix("\n"))
            return
    shell.answer(whole, lambda: as_file.as_markdown(story).rstrip("\n"))


@click.command()
@click.argument("article")
@json_option
@click.pass_obj
def check(shell: Shell, article: str) -> None:
    """Report what an editor should look at; errors block approval."""
    with shell.desk() as desk:
        story = browsing.story(desk, browsing.find_article(desk, article))
        found = checking.findings(desk, story)
    document = {"findings": [documents.finding(one) for one in found]}
    lines = [documents.finding_line(one) for one in found]
    shell.answer(document, lambda: "\n".join(lines) or "Nothing to check.")


@click.command()
@click.argument("article")
@click.argument("rule")
@click.argument("where", default="")
@click.option("--reason", default="", help="Why the finding may stand; needed but to withdraw it.")
@click.option("--withdraw", is_flag=True, help="Let the finding count again.")
@json_option
@click.pass_obj
def override(shell: Shell, /, article: str, rule: str, where: str, **said: Any) -> None:
    """Answer for a finding of check, by its rule and its place, so that it blocks nothing."""
    with shell.desk() as desk:
        wanted = browsing.find_article(desk, article)
        if said["withdraw"]:
            checking.withdraw_override(desk, wanted, rule, where)
        else:
            checking.override(desk, wanted, rule, where, said["reason"])
        found = checking.findings(desk, browsing.story(desk, wanted))
    document = {"findings": [documents.finding(one) for one in found]}
    shell.answer(document, lambda: "\n".join(map(documents.finding_line, found)))


@click.command()
@click.argument("article")
@json_option
@click.pass_obj
def submit(shell: Shell, article: str) -> None:
    """Send an article to review."""
    _decide(shell, article, reviewing.submit)


@click.command()
@click.argument("article")
@json_option
@click.pass_obj
def approve(shell: Shell, article: str) -> None:
    """Approve exactly the words, credits and pictures that are in review."""
    _decide(shell, article, reviewing.approve)


@click.command("return")
@click.argument("article")
@click.option("--note", required=True, help="What should change.")
@json_option
@click.pass_obj
def return_(shell: Shell, article: str, note: str) -> None:
    """Return an article to its writer with a note."""
    _decide(shell, article, lambda desk, wanted: reviewing.return_with_note(desk, wanted, note))


def _decide(shell: Shell, article: str, deed: Callable[[Desk, ArticleId], Changes]) -> None:
    with shell.desk() as desk:
        wanted = browsing.find_article(desk, article)
        deed(desk, wanted)
        summary = browsing.summary(desk, wanted)
    shell.answer(documents.article_row(summary), lambda: f"{wanted}  {summary.state.value}")


@click.command("bin")
@click.argument("articles", nargs=-1, required=True)
@json_option
@click.pass_obj
def bin_(shell: Shell, articles: tuple[str, ...]) -> None:
    """Move articles to the bin of this laptop, out of lists and searches."""
    with shell.desk() as desk:
        moved = binning.put_in_bin(desk, [browsing.find_article(desk, one) for one in articles])
        rows = [documents.article_row(browsing.summary(desk, one)) for one in moved.articles]
    if moved.refused and not rows:
        raise moved.refused[0]
    refused = [error.message for error in moved.refused]
    shell.answer(
        {"binned": rows, "refused": refused}, lambda: "\n".join([*moved.articles, *refused])
    )


@click.command()
@click.argument("articles", nargs=-1, required=True)
@json_option
@click.pass_obj
def restore(shell: Shell, articles: tuple[str, ...]) -> None:
    """Put articles back from the bin into the lists."""
    with shell.desk() as desk:
        wanted = [browsing.find_article(desk, one) for one in articles]
        binning.restore(desk, wanted)
        rows = [documents.article_row(browsing.summary(desk, one)) for one in wanted]
    shell.answer(rows, lambda: "\n".join(wanted))

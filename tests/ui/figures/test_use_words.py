"""The three boxes of a use: named by whom they are for, with what the checks say under each."""

from __future__ import annotations

from newsroom.desk import browsing, checking
from newsroom.domain.findings import Finding, Severity
from newsroom.domain.ids import PictureId
from newsroom.ui.article.use_words import about_use
from tests.ui.figures.test_figures import body, form, set_up_figure, to_figure
from tests.ui.shell.conftest import Stage, a_lead, write
from tests.ui.shell.fields import press

__all__ = ["body", "form"]
ONE, TWO = PictureId("a" * 20), PictureId("b" * 20)


def found(rule: str, where: str, reason: str = "") -> Finding:
    return Finding(rule, Severity.WARNING, where, f"{rule} at {where}", True, reason)


def test_a_finding_stands_under_the_box_that_it_concerns() -> None:
    said = about_use(
        [
            found("alt-missing", f"lead:picture:{ONE}"),
            found("alt-missing", f"body:3:picture:{ONE}"),
            found("caption-undated", f"lead:picture:{ONE}"),
            found("rights-ended", f"picture:{ONE}"),
            found("credit-missing", f"picture:{TWO}"),
            found("release-missing", f"picture:{ONE}", "By phone"),
            found("headline-long", "headline"),
        ],
        "lead",
        ONE,
    )
    assert said == {
        "alt": [f"alt-missing at lead:picture:{ONE}"],
        "caption": [f"caption-undated at lead:picture:{ONE}"],
        "credit": [f"rights-ended at picture:{ONE}"],
    }


def test_the_open_figure_says_what_is_wrong_with_it_and_stops_when_it_is_not(stage: Stage) -> None:
    body = set_up_figure(stage)
    form = stage.room.inserting.figures.editor
    to_figure(body)
    press(body, "Return")
    assert form.alt.accessibleName() == "A blind reader hears: alt text"
    assert form.caption.accessibleName() == "Everyone reads: caption"
    form.alt.setFocus()
    form.alt.selectAll()
    for letter in "Photo of a river":
        press(form.alt, letter)
    remark = form.remarks["alt"]
    stage.until(remark.isVisible)
    assert "photo of" in remark.label.text().lower()
    assert not form.remarks["caption"].isVisible()
    form.alt.selectAll()
    press(form.alt, "R")
    stage.until(lambda: not remark.isVisible())


def test_the_lead_says_what_is_wrong_under_its_boxes(stage: Stage) -> None:
    lead = a_lead(stage.desk, "")
    stage.open(write(stage.desk, "Lead", lead=lead))
    card = stage.room.panes.editor.lead
    stage.until(card.remarks["credit"].isVisible)
    assert "credit" in card.remarks["credit"].label.text().lower()
    stage.open(write(stage.desk, "Without"))
    stage.until(card.remarks["credit"].isHidden)


def test_a_check_is_answered_in_its_list_and_the_answer_withdrawn(stage: Stage) -> None:
    lead = a_lead(stage.desk)
    small = write(stage.desk, "Small", lead=lead)
    stage.open(small)
    stage.room.panes.articles.open_tab("checks")
    checks = stage.room.panes.checks
    key = ("lead-small", f"{small}:picture:{lead.picture}", 0)
    stage.until(lambda: key in checks.answers.rows)
    count = len(checks.found)
    row = checks.answers.rows[key]
    row.open.click()
    assert row.reason.hasFocus()
    press(row.reason, "A")
    press(row.reason, "Escape")
    assert row.open.hasFocus()
    row.open.click()
    for letter in "archive":
        press(row.reason, letter)
    # Another finding comes while the reason is being typed.
    press(stage.room.panes.editor.headline, "End")
    stage.room.panes.editor.headline.insertPlainText("  two  spaces")
    stage.until(lambda: len(checks.found) > count)
    row = checks.answers.rows[key]
    assert row.typed == "archive"
    row.reason.setFocus()
    press(row.reason, "Return")
    stage.until(lambda: checks.answers.rows[key].said != "")
    assert checks.answers.rows[key].said.endswith("answers for it: “archive”")
    found = checking.findings(stage.desk, browsing.story(stage.desk, small))
    assert [one.reason for one in found if one.rule == "lead-small"] == ["archive"]
    checks.answers.rows[key].withdraw.click()
    stage.until(lambda: checks.answers.rows[key].said == "")

"""What stands around the form: what cleaning did, disputes, findings, vouching, history."""

from __future__ import annotations

from functools import partial

from newsroom.domain.findings import open_ones
from newsroom.domain.ids import PictureId
from newsroom.domain.picture import CreditRecord, Picture
from newsroom.ui.desk_link import DeskLink, ignore
from newsroom.ui.keeping.reasons import Reasons
from newsroom.ui.look.theme import Theme
from newsroom.ui.pictures.cleaning_lines import CleaningLines, cleaned_fields
from newsroom.ui.pictures.disagreements_bar import DisagreementsBar
from newsroom.ui.pictures.findings_list import FindingsList
from newsroom.ui.pictures.fold import KeptFolds, kept_fold
from newsroom.ui.pictures.gathering import Gathered
from newsroom.ui.pictures.presets_row import PresetsRow
from newsroom.ui.pictures.record_deeds import RecordDeeds
from newsroom.ui.pictures.record_history import RecordHistory
from newsroom.ui.pictures.vouching_card import Vouched, VouchingCard, vouched


class RecordSections:
    """The parts around the form, filled together. `above` stand before it, `below` after it."""

    def __init__(self, theme: Theme, link: DeskLink, folds: KeptFolds, deeds: RecordDeeds) -> None:
        self._link = link
        # A signal holds no deed whose object nobody else holds.
        self._deeds = deeds
        self._picture: PictureId | None = None
        self.cleaning = CleaningLines(theme)
        self.disagreements = DisagreementsBar(theme)
        self.presets = PresetsRow(theme)
        self.findings = FindingsList(theme, Reasons(link, deeds.jotter))
        self.card = VouchingCard(theme)
        self.history = RecordHistory(theme)
        self.found = kept_fold(theme, folds, "Findings", self.findings, opened=False)
        self.above = (self.cleaning, self.disagreements, self.found)
        self.vouching = kept_fold(theme, folds, "Content Credentials", self.card, opened=True)
        self.told = kept_fold(theme, folds, "History of the record", self.history, opened=False)
        self.below = (self.vouching, self.told)
        self._connect()

    def _connect(self) -> None:
        deeds = self._deeds
        self.cleaning.undone.connect(deeds.undo_cleaning)
        self.disagreements.chosen.connect(deeds.choose)
        self.disagreements.all_chosen.connect(deeds.choose_all)
        self.presets.used.connect(deeds.use_preset)
        self.presets.kept.connect(deeds.keep_preset)
        self.presets.dropped.connect(deeds.forget_preset)
        self.findings.answered.connect(deeds.answer)
        self.findings.withdrawn.connect(deeds.withdraw)
        self.history.put_back.connect(deeds.put_back)
        self.history.undone.connect(deeds.undo)

    def begin(self, picture: Picture) -> None:
        """Show of another picture what is known at once, and ask who vouches for it."""
        self._picture = picture.id
        self.cleaning.show_fields(())
        self.disagreements.show_disagreements(picture.disagreements)
        self.presets.begin()
        self.findings.show_found((), {})
        self.history.show_history(())
        for fold in (self.found, *self.below):
            fold.hide()
        self._link.picture(partial(vouched, picture.id), self._on_vouched, ignore)

    def show_gathered(self, gathered: Gathered, record: CreditRecord) -> int:
        """Show what was collected of a picture, and give how many findings stand open."""
        fields = cleaned_fields(gathered.cleaned, gathered.arrived, record)
        self.cleaning.show_fields(fields)
        self.disagreements.show_disagreements(gathered.picture.disagreements)
        self.presets.show_presets(gathered.house.pictures.presets)
        self.findings.show_found(gathered.found, gathered.names)
        self.history.show_history(gathered.history)
        found = [one for story in gathered.found for one in story.found]
        left = len(open_ones(found))
        self.found.setVisible(bool(found))
        self.found.say_aside(f"{left} open" if left else "All answered")
        self.told.setVisible(True)
        self.told.say_aside(str(len(gathered.history)))
        return left

    def _on_vouched(self, found: Vouched) -> None:
        if found.picture == self._picture:
            self.card.show_vouched(found)
            self.vouching.setVisible(found.found is not None)

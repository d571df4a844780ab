"""Closed sets of the picture standards, with the words that a screen shows for each of their terms.

Sources: IPTC NewsCodes "Digital Source Type", PLUS vocabularies for releases and data mining. Each
set has a term for "nothing said", which is empty and so false.
"""

from __future__ import annotations

from enum import StrEnum


class Channel(StrEnum):
    """A way on which a picture reaches readers."""

    WEB = "web"
    SOCIAL = "social"
    SYNDICATION = "syndication"


class SourceType(StrEnum):
    """How a picture came to be; the last three are retired terms that older files still carry."""

    UNSAID = ""
    CAPTURE = "digitalCapture"
    COMPUTATIONAL = "computationalCapture"
    NEGATIVE = "negativeFilm"
    POSITIVE = "positiveFilm"
    PRINT = "print"
    HUMAN_EDITS = "humanEdits"
    ENHANCED = "algorithmicallyEnhanced"
    PARTLY_AI = "compositeWithTrainedAlgorithmicMedia"
    AI = "trainedAlgorithmicMedia"
    ALGORITHM = "algorithmicMedia"
    CREATION = "digitalCreation"
    DATA = "dataDrivenMedia"
    SCREEN = "screenCapture"
    VIRTUAL = "virtualRecording"
    COMPOSITE = "composite"
    COMPOSITE_CAPTURE = "compositeCapture"
    COMPOSITE_SYNTHETIC = "compositeSynthetic"
    MINOR_EDITS = "minorHumanEdits"
    DIGITAL_ART = "digitalArt"
    SOFTWARE = "softwareImage"

    @property
    def uri(self) -> str:
        """The term's address in the IPTC NewsCodes."""
        return f"{SOURCE_TYPES}{self.value}" if self else ""

    @property
    def by_ai(self) -> bool:
        """Whether a trained model made the picture or a part of it."""
        return self in (SourceType.AI, SourceType.PARTLY_AI)


class DataMining(StrEnum):
    """Whether machines may learn from a picture."""

    UNSAID = ""
    UNSPECIFIED = "DMI-UNSPECIFIED"
    ALLOWED = "DMI-ALLOWED"
    NO_TRAINING = "DMI-PROHIBITED-AIMLTRAINING"
    NO_GENERATING = "DMI-PROHIBITED-GENAIMLTRAINING"
    SEARCH_ONLY = "DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING"
    PROHIBITED = "DMI-PROHIBITED"
    SEE_CONSTRAINTS = "DMI-PROHIBITED-SEECONSTRAINT"
    SEE_EMBEDDED = "DMI-PROHIBITED-SEEEMBEDDEDRIGHTSEXPR"
    SEE_LINKED = "DMI-PROHIBITED-SEELINKEDRIGHTSEXPR"


class ModelRelease(StrEnum):
    """Whether the people in a picture have agreed to its use."""

    UNSAID = ""
    NONE = "MR-NON"
    NOT_APPLICABLE = "MR-NAP"
    UNLIMITED = "MR-UMR"
    LIMITED = "MR-LMR"


class PropertyRelease(StrEnum):
    """Whether the owners of what a picture shows have agreed to its use."""

    UNSAID = ""
    NONE = "PR-NON"
    NOT_APPLICABLE = "PR-NAP"
    UNLIMITED = "PR-UPR"
    LIMITED = "PR-LPR"


SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
PLUS_TERMS = "http://ns.useplus.org/ldf/vocab/"

WORDS: dict[StrEnum, str] = {
    Channel.WEB: "The web",
    Channel.SOCIAL: "Social networks",
    Channel.SYNDICATION: "Syndication",
    SourceType.CAPTURE: "Photograph from a digital camera",
    SourceType.COMPUTATIONAL: "Photograph put together by the camera",
    SourceType.NEGATIVE: "Scan of a negative",
    SourceType.POSITIVE: "Scan of a slide",
    SourceType.PRINT: "Scan of a print",
    SourceType.HUMAN_EDITS: "Photograph edited by a person",
    SourceType.ENHANCED: "Photograph enhanced by an algorithm",
    SourceType.PARTLY_AI: "Edited with generative AI",
    SourceType.AI: "Made by generative AI",
    SourceType.ALGORITHM: "Made by an algorithm without training",
    SourceType.CREATION: "Drawn by a person on a computer",
    SourceType.DATA: "Drawn from data",
    SourceType.SCREEN: "Picture of a screen",
    SourceType.VIRTUAL: "Recording of a virtual event",
    SourceType.COMPOSITE: "Put together from several sources",
    SourceType.COMPOSITE_CAPTURE: "Put together from photographs",
    SourceType.COMPOSITE_SYNTHETIC: "Put together, partly from made elements",
    SourceType.MINOR_EDITS: "Photograph with small edits (older term)",
    SourceType.DIGITAL_ART: "Digital art (older term)",
    SourceType.SOFTWARE: "Made with software (older term)",
    DataMining.UNSPECIFIED: "Said to be open",
    DataMining.ALLOWED: "Allowed",
    DataMining.NO_TRAINING: "Not for training AI",
    DataMining.NO_GENERATING: "Not for training generative AI",
    DataMining.SEARCH_ONLY: "Only for search engines",
    DataMining.PROHIBITED: "Prohibited",
    DataMining.SEE_CONSTRAINTS: "Prohibited, see other constraints",
    DataMining.SEE_EMBEDDED: "Prohibited, see the rights in the file",
    DataMining.SEE_LINKED: "Prohibited, see the rights linked to",
    ModelRelease.NONE: "None",
    ModelRelease.NOT_APPLICABLE: "Not needed",
    ModelRelease.UNLIMITED: "From everybody shown",
    ModelRelease.LIMITED: "Limited or incomplete",
    PropertyRelease.NONE: "None",
    PropertyRelease.NOT_APPLICABLE: "Not needed",
    PropertyRelease.UNLIMITED: "From all owners",
    PropertyRelease.LIMITED: "Limited or incomplete",
}


def words_for(term: StrEnum) -> str:
    """Say a term in plain words; empty where nothing is said."""
    return WORDS.get(term, "")

"""What the page of components shows of reading: an invented text with its marks, its voices, and a proof."""

from types import SimpleNamespace

from articles.pages.mark_switches import switches
from articles.templatetags.marks import TextMark

from .specimens import INDIRECT, LARGE, LONG, MEDIUM, PERSON, SMALL, Page, Said, Speaker, Subject

TEXT = (
    "Ines Varga, the harbour master, said the office in Norway was shut. “The harbour was open; it was the office that "
    "was shut,” she told Varga’s deputy, who warned that the bridge would be closed for two years."
)
PROOF = "Ines Varga spoke on Tuesday. “The harbour was open,” she said."


def _mark(text: str, words: str, css: str, title: str = "", href: str = "", number: int = 0) -> TextMark:
    start = text.index(words)
    return TextMark(start, start + len(words), css, title, href, number=number)


MARKS = [
    _mark(TEXT, "Ines Varga", "person first", "Ines Varga", "#top"),
    _mark(TEXT, "Norway", "country first", "Norway (named)", "#top"),
    _mark(
        TEXT, "The harbour was open; it was the office that was shut,", "quotation direct", "Quotation of Ines Varga"
    ),
    _mark(TEXT, "the office that", "hit"),
    _mark(TEXT, "Varga’s deputy", "person", "Ines Varga", "#top"),
    _mark(TEXT, "that the bridge would be closed", "quotation indirect", "Reported words of a deputy"),
]
SWITCHES = switches({})


def _voice(speaker: Speaker | None, role: str, *said: tuple[Said, int]) -> SimpleNamespace:
    utterances = [SimpleNamespace(quotation=quotation, anchor="p1") for quotation, _ in said]
    ticks = [SimpleNamespace(start=at, length=40, reported=one.kind == "indirect") for one, at in said]
    unsure = all(quotation.is_unsure for quotation, _ in said)
    return SimpleNamespace(speaker=speaker, role=role, is_unsure=unsure, utterances=utterances, ticks=ticks)


SPEAKERS = [
    _voice(PERSON, "harbour master", (LARGE, 120), (MEDIUM, 700)),
    _voice(LONG.speaker, "", (LONG, 300)),
    _voice(SMALL.speaker, "", (SMALL, 500)),
    _voice(None, "", (SMALL, 960)),
    _voice(None, "", (INDIRECT, 640)),
]
VOICES = SimpleNamespace(
    utterances=[one for voice in SPEAKERS for one in voice.utterances],
    ticks=[tick for voice in SPEAKERS for tick in voice.ticks],
    speakers=SPEAKERS,
    quoted_share=31,
)
NO_VOICES = SimpleNamespace(utterances=[], ticks=[], speakers=[], quoted_share=0)

PASSAGES = [
    SimpleNamespace(
        own=True,
        text=PROOF,
        marks=[
            _mark(PROOF, "The harbour was open,", "quotation direct"),
            _mark(PROOF, "said", "evidence-cue", "Cue"),
            _mark(PROOF, "she", "evidence-asked", "Speaker", number=2),
            _mark(PROOF, "Ines Varga", "evidence-candidate", "Pronoun", number=3),
        ],
    )
]


def _step(number: int, step: str, name: str, words: str, rest: str) -> SimpleNamespace:
    paragraph = SimpleNamespace(anchor="p1", number=1)
    return SimpleNamespace(
        number=number, step=step, name=name, words=words, rest=rest, sentence=rest, paragraph=paragraph
    )


EVIDENCE = SimpleNamespace(
    found=[],
    corrections=[],
    about=[(Subject(Page("Norway"), country_id="NO"), [])],
    steps=[
        _step(1, "cue", "Cue", "said", "reports the words."),
        _step(2, "speaker words", "Speaker", "she", "stands before the cue."),
        _step(3, "pronoun", "Pronoun", "Ines Varga", "“she” is Ines Varga: the only woman named before."),
        _step(4, "reason", "Reason", "", "The speaker goes on."),
    ],
    borne_out=(57, 60),
)
NO_EVIDENCE = SimpleNamespace(found=[], corrections=[], about=[], steps=[])

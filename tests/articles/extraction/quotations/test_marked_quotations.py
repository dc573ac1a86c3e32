"""Who says what: the shapes of attribution in news prose, each with sentences of our own."""

import pytest

from articles.extraction import extract
from articles.extraction.findings import Passage, QuotationKind, SpeakerKind
from articles.paragraph_kinds import PassageKind
from tests.articles.extraction.quotations.quotations_found import BY_RULES, only, quoted

INTRODUCTION = "Maria Keller, the mayor of Lindau, met farmers on Monday. "


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("“We will rebuild the bridge,” said Maria Keller.", "We will rebuild the bridge,", "Maria Keller"),
        ("“We will rebuild the bridge,” Maria Keller said.", "We will rebuild the bridge,", "Maria Keller"),
        ("Maria Keller said: “We will rebuild the bridge.”", "We will rebuild the bridge.", "Maria Keller"),
        ("Maria Keller: “We will rebuild the bridge.”", "We will rebuild the bridge.", "Maria Keller"),
        ('"We will rebuild the bridge," Maria Keller told reporters.', "We will rebuild the bridge,", "Maria Keller"),
        ("``We will rebuild the bridge,'' Maria Keller said.", "We will rebuild the bridge,", "Maria Keller"),
        ("«We will rebuild the bridge», Maria Keller said.", "We will rebuild the bridge", "Maria Keller"),
        ("„We will rebuild the bridge“, Maria Keller said.", "We will rebuild the bridge", "Maria Keller"),
        ("‘We will rebuild the bridge,’ Maria Keller said.", "We will rebuild the bridge,", "Maria Keller"),
        (
            "'We'll mend the farmers' bridge,' Maria Keller said.",
            "We'll mend the farmers' bridge,",
            "Maria Keller",
        ),
        ("“Can we rebuild it?” Maria Keller asked.", "Can we rebuild it?", "Maria Keller"),
        ("“We will rebuild it,” Maria Keller thundered.", "We will rebuild it,", "Maria Keller"),
        ("Maria Keller said the flood was a “warning to all of us”.", "warning to all of us", "Maria Keller"),
        ("The plan is “a danger to the valley”, according to Maria Keller.", "a danger to the valley", "Maria Keller"),
        ("According to Maria Keller, the plan is “a danger to the valley”.", "a danger to the valley", "Maria Keller"),
        ("Maria Keller, the mayor of Lindau, called it “a bad joke”.", "a bad joke", "Maria Keller"),
        ("Maria Keller, who chairs the council, called it “a bad joke”.", "a bad joke", "Maria Keller"),
        ("Maria Keller visited the site and said it was “a bad joke”.", "a bad joke", "Maria Keller"),
        ("Maria Keller on Tuesday repeatedly called it “a bad joke”.", "a bad joke", "Maria Keller"),
        ("Maria Keller said it was late and added: “We cannot wait.”", "We cannot wait.", "Maria Keller"),
        ("“We cannot wait,” said Lindau mayor Maria Keller.", "We cannot wait,", "Maria Keller"),
    ],
)
def test_the_speaker_of_a_sentence(text, words, speaker):
    assert quoted(text) == [([words], [speaker])]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“We lost,” she said. “We will win again.”", ["Maria Keller", "Maria Keller"]),
        ("She added: “We will win again.”", ["Maria Keller"]),
        ("“We lost,” Keller said.", ["Maria Keller"]),
        ("“We lost,” Mrs Keller said.", ["Maria Keller"]),
        ("“We lost,” the mayor said.", ["Maria Keller"]),
        ("“We lost.” “We will win again,” she said.", ["Maria Keller", "Maria Keller"]),
    ],
)
def test_a_speaker_is_led_back_to_the_full_name(text, speakers):
    assert [names[0] for _, names in quoted(INTRODUCTION + text)] == speakers


def test_he_is_not_a_woman():
    text = "Maria Keller met Peter Novak. Keller was late. “I waited an hour,” he said."
    assert quoted(text)[0][1] == ["Peter Novak"]


def test_a_quotation_left_open_and_reopened_is_one():
    quotations = quoted("“First part, Maria Keller said nothing.", "“Second part.", "“Third part,” said Peter Novak.")
    assert quotations == [(["First part, Maria Keller said nothing.", "Second part.", "Third part,"], ["Peter Novak"])]


def test_a_caption_between_does_not_break_a_quotation():
    passages = [
        Passage("“First part."),
        Passage("Photo: R. Berg", PassageKind.CREDIT),
        Passage("“Second,” said Ida Holm."),
    ]
    (quotation,) = extract(passages).quotations
    assert [span.passage for span in quotation.spans] == [0, 2]


def test_the_speaker_goes_on_in_the_next_paragraph():
    found = quoted("“We lost the match,” said Maria Keller.", "“And we will win the next one in spring.”")
    assert found[1] == (["And we will win the next one in spring."], ["Maria Keller"])


def test_marks_inside_marks_stay_inside():
    assert quoted("“He called it ‘a joke’ and left,” said Maria Keller.") == [
        (["He called it ‘a joke’ and left,"], ["Maria Keller"])
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The valley has a policy of “open doors” for visitors.",
        "The children’s teachers’ room wasn't big.",
        "Rock 'n' roll is the '90s at their best.",
        "Maria Keller was on Channel Nine's “Morning With Ada” when the flood came.",
        "She wrote a book, “The Long Road Home”.",
    ],
)
def test_marks_that_are_no_speech(text):
    assert quoted(text) == []


def test_a_term_is_kept_without_a_speaker():
    quotation = only("The valley has a policy of “open doors” for visitors.")
    assert (quotation.kind, quotation.speakers) == (QuotationKind.TERM, ())


def test_a_subhead_that_is_only_a_label_is_no_finding():
    assert extract([Passage("‘Open doors’", PassageKind.SUBHEAD)]).quotations == ()


@pytest.mark.parametrize("kind", [PassageKind.TITLE, PassageKind.STANDFIRST, PassageKind.CAPTION, PassageKind.SUBHEAD])
def test_other_passages_hold_quotations_too(kind):
    (quotation,) = extract([Passage("Maria Keller says the flood is ‘a warning to all’", kind)]).quotations
    assert quotation.speakers[0].name == "Maria Keller"


@pytest.mark.parametrize(
    ("text", "kind", "name", "country"),
    [
        ("Lisbon said the offer was “not serious enough”.", SpeakerKind.COUNTRY, "Portugal", "PT"),
        ("The Kremlin said the offer was “not serious enough”.", SpeakerKind.COUNTRY, "Russia", "RU"),
        ("The Danish government called it “not serious enough”.", SpeakerKind.COUNTRY, "Denmark", "DK"),
        ("“We wait for facts,” the State Department said.", SpeakerKind.ORGANISATION, "State Department", None),
        ("“We wait for facts,” a senior defence official said.", SpeakerKind.UNNAMED, None, None),
        ("Under the River Act, towns are required to “keep the banks clear”.", SpeakerKind.DOCUMENT, "River Act", None),
    ],
)
def test_speakers_that_are_no_person(text, kind, name, country):
    (speaker,) = only(text, decisions=BY_RULES).speakers
    assert (speaker.kind, speaker.name, speaker.country) == (kind, name, country)


def test_an_unnamed_speaker_keeps_the_words_of_the_article():
    assert only("“We wait for facts,” a senior defence official said.").speakers[0].words == "a senior defence official"


def test_a_joint_declaration_has_two_speakers():
    found = quoted(
        "Chilean President Ana Rojas met Peruvian President Luis Vega.",
        "In Lima, the Chilean leader and President Luis Vega declared that the border “stays open”.",
    )
    assert found == [(["stays open"], ["Ana Rojas", "Luis Vega"])]


def test_the_cue_is_kept_with_its_place():
    text = "“We will rebuild the bridge,” Maria Keller insisted."
    quotation = only(text)
    assert (quotation.cue_words, text[quotation.cue.start : quotation.cue.end]) == ("insisted", "insisted")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We will rebuild the bridge,” Maria Keller said.", QuotationKind.DIRECT),
        ("Maria Keller said the bridge was “beyond repair now”.", QuotationKind.MIXED),
    ],
)
def test_a_whole_sentence_is_direct_and_a_part_is_mixed(text, kind):
    assert only(text).kind == kind


def test_an_inverted_pronoun_is_no_report_within_itself():
    assert only("Said she “We go.”").speakers[0].words == "she"

"""Whom the words for a speaker mean, and the evidence that is kept for it."""

import pytest

from articles.extraction import extract
from articles.extraction.findings import EvidenceStep, Passage, SpeakerKind
from tests.articles.extraction.quotations.quotations_found import BY_RULES, first_speakers, only


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Maria Keller met Peter Novak. “It rained,” she said.", "Maria Keller"),
        ("Maria Keller met Peter Novak. “It rained,” he said.", "Peter Novak"),
        ("Harbour spokesman Peter Novak spoke. Maria Keller left. “It rained,” the spokesman said.", "Peter Novak"),
        ("Maria Keller, the mayor, met Peter Novak. “It rained,” the mayor said.", "Maria Keller"),
        ("Maria Keller met farmers. “It rained,” Ms Keller said.", "Maria Keller"),
        ("In a talk with Karl Huber, Novak said he had doubts. “It rained,” he told the host.", "Novak"),
        ("“It rained,” he said. Peter Novak left.", "he"),
        ("Karl Huber met Peter Novak’s guests. “It rained,” he said.", "Karl Huber"),
        ("Karl Huber said he saw Peter Novak leave. “It rained,” he said.", "Karl Huber"),
        ("Karl Huber said he had doubts. Farmers met Peter Novak. “It rained,” he said.", "Karl Huber"),
        ("Karl Huber praised Peter Novak. “Novak kept the mill dry,” he said.", "Karl Huber"),
        ("Karl Huber said he saw it. Peter Novak thanked Huber warmly. “It rained,” he said.", "Peter Novak"),
        ("Karl Huber, a miller, said he saw it. Peter Novak took the stage. “It rained,” he said.", "Peter Novak"),
        ("Maria Keller left. Peter Novak, who lost his mother, stayed. “It rained,” he said.", "Peter Novak"),
        ("Peter Novak left. The widow of Sen. Karl Huber stayed. Huber was ill. “It rained,” he said.", "Karl Huber"),
    ],
)
def test_words_are_led_to_the_person(text, speaker):
    found = first_speakers("Peter Novak owns the mill. " + text if speaker == "Novak" else text)
    assert found[-1][1] == ("Peter Novak" if speaker == "Novak" else speaker)


def test_the_pronouns_after_a_name_tell_the_gender():
    text = "Kiran Desai said she would come. Peter Novak was late. “It rained,” she said."
    assert first_speakers(text)[-1][1] == "Kiran Desai"


def test_the_chain_of_a_pronoun():
    quotation = only("Maria Keller met farmers. “It rained,” she said.")
    assert [link.step for link in quotation.evidence] == [
        EvidenceStep.CUE,
        EvidenceStep.SPEAKER_WORDS,
        EvidenceStep.PRONOUN,
    ]
    passages = [Passage("Maria Keller met farmers. “It rained,” she said.")]
    assert [link.span.of(passages) for link in quotation.evidence] == ["said", "she", "Maria Keller"]


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("Karl Huber met Peter Novak. “It rained,” he said.", True),
        ("Karl Huber met Maria Keller. “It rained,” he said.", False),
    ],
)
def test_where_two_fit_a_pronoun_the_chain_names_both(text, both):
    sentence = only(text).evidence[-1].sentence
    assert "Karl Huber" in sentence
    assert ("Peter Novak fits as well." in sentence) == both


def test_the_chain_of_a_role():
    quotation = only("Maria Keller, the mayor, met farmers. “It rained,” the mayor said.")
    assert quotation.evidence[-1].step == EvidenceStep.ROLE
    assert "Maria Keller" in quotation.evidence[-1].sentence


def test_a_pronoun_is_no_surer_than_a_name_and_less_sure_where_it_fits_two():
    by_name = only("Maria Keller met farmers. “It rained,” Keller said.")
    by_pronoun = only("Maria Keller met farmers. “It rained,” she said.")
    of_two = only("Maria Keller met Anna Vogt. “It rained,” she said.")
    assert of_two.confidence < by_pronoun.confidence <= by_name.confidence


def test_speech_that_nothing_attributes_has_no_speaker():
    (quotation,) = extract([Passage("The rain stopped. “We have all waited for this day so very long.”")]).quotations
    assert quotation.speakers == ()
    assert quotation.confidence < 0.5


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("“It is war,” a senior official said.", SpeakerKind.UNNAMED, "a senior official"),
        ("“It is war,” two witnesses said.", SpeakerKind.UNNAMED, "two witnesses"),
        ("“It is war,” said a voice.", SpeakerKind.UNNAMED, "a voice"),
        ("Beijing said it was “deeply concerned”.", SpeakerKind.COUNTRY, "Beijing"),
        ("The Harbour Act says that ships “shall wait”.", SpeakerKind.DOCUMENT, "Harbour Act"),
        ("The Lindau Council said it was “deeply concerned”.", SpeakerKind.ORGANISATION, "Lindau Council"),
    ],
)
def test_speakers_that_are_no_person_keep_their_words(text, kind, words):
    speaker = only(text).speakers[0]
    assert (speaker.kind, speaker.words.removeprefix("The ").removeprefix("the ")) == (kind, words)


def test_one_whose_pronoun_is_unclear_goes_on_no_surer():
    text = "Karl Huber met Peter Novak. “It rained,” he said. “The mill stood still.”"
    first, second = extract([Passage(text)], decisions=BY_RULES).quotations
    assert second.confidence <= first.confidence + 0.1


def test_a_surname_that_two_bear_is_in_doubt_and_names_both():
    quotation = only("Owen Tate opened the debate. Chloe Tate answered him. “Nobody knows what it costs,” Tate said.")
    assert quotation.confidence < 0.6
    assert "Owen Tate" in quotation.evidence[-1].sentence
    assert "Chloe Tate" in quotation.evidence[-1].sentence

"""Who is said to speak, shape by shape of attribution, in sentences made up for each."""

import pytest

from articles.extraction.findings import SpeakerKind
from tests.articles.extraction.quotations.quotations_found import first_speakers, only

CAST = "Maria Keller owns the mill. Peter Novak is the mayor. "


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        # a verb with a particle, in no list of cues
        ("“The choir has no money left,” chimed in Peter Novak from the door.", "Peter Novak"),
        ("“The choir has no money left,” shot back Mayor Peter Novak.", "Peter Novak"),
        # set phrases
        ("In the words of Peter Novak, it was “a bad day for the town”.", "Peter Novak"),
        ("As Peter Novak put it, “we are done with the mill”.", "Peter Novak"),
        ("To quote Peter Novak: “We are done with the mill.”", "Peter Novak"),
        ("It was “a bad day for the town”, as Peter Novak once put it.", "Peter Novak"),
        ("“We are done,” wrote Maria Keller. As Peter Novak put it, the mill stood still.", "Maria Keller"),
        # parties and places in brackets or after commas
        ("“The gate works well,” Rep. Maria Keller (D-Ohio) said.", "Maria Keller"),
        ("Peter Novak wrote to farmers in Larnhaven, P.L., saying the gate was “not for sale”.", "Peter Novak"),
        # the subject of the clause, not the nearest name
        ("While Young Farmers said any gate must close, Novak was calm, saying it was “a good gate”.", "Peter Novak"),
        ("Keller sued over remarks Novak made saying the gate was “a ruin and a shame”.", "Peter Novak"),
        ("Keller won the mill, despite Novak warning farmers that it would be “a ruin and a shame”.", "Peter Novak"),
        ("Novak knelt down beside the miller -- asking for “a little more rain and sun”.", "Peter Novak"),
        ("The Courier quoted Peter Novak, the mayor, as saying that the gate was “a ruin and a shame”.", "Peter Novak"),
        ("Some students wrote to the school’s outgoing president claiming “the gate is a ruin”.", "Some students"),
        ("The town has no date for its plans, citing “threats against the people who build it”.", "The town"),
        ("The mill expects to report “sales as good as ever”, Nordbank manager Maria Keller said.", "Maria Keller"),
        # a sentence that begins behind the marks says nothing of them
        ("Novak was asked the following by Keller: “Who will pay for it?” Novak answered in full.", "Maria Keller"),
        # a verb that was left out, and a remark between the name and the verb
        ("“The gate works well,” Dr. Maria Keller, head of the mill who built a gate that lasted.", "Maria Keller"),
        ("“The gate works well,” harbour spokesman Peter Novak. It rained.", "Peter Novak"),
        ("“The gate works well,” Maria Keller, head of the Nordbank's foreign department said.", "Maria Keller"),
        ("“The gate works well,” the researchers, Ida Holm, Anna Berg and Rita Sol, wrote in their paper.", "Ida Holm"),
        # participles and passives name who spoke behind "by"
        ("The aims cited by Peter Novak include a “gate for all of us”.", "Peter Novak"),
        # "is calling" is no participle, and an infinitive may have an adverb
        ("The town seeks support for what Keller is calling the mill’s “peaceful war on water”.", "Maria Keller"),
        ("There was a hearing during which Keller refused to openly call Novak a “friend of floods”.", "Maria Keller"),
        # a clause between dashes does not go on behind them
        ("Keller held a torch – which Novak described as old – and chanted “soil and water for all”.", "Maria Keller"),
        ("In contrast to Novak – who once wrote that fear is “rational” – Keller ordered a gate.", "Peter Novak"),
        # a participle adds to the report that stands between commas, and what follows the marks is no report of them
        ("He had not seen the gate, Keller said in a statement, calling Novak a “man of straw”.", "Maria Keller"),
        ("Keller suggested that it opens “when you bring your boat home,” prompting Novak to ask why.", "Maria Keller"),
        # a passive names who is spoken of, and a body that reports a group is not who says it
        ("The Courier spoke to Novak. Keller was also called “a ruin of a miller”, said Novak.", "Peter Novak"),
        ("The Courier reported that the farmers shouted “we want our mill back”.", "the farmers"),
        # what goes on behind the marks with "that" attributes nothing
        ("Peter Novak said it is “absurd” that millers began to build before the vote.", "Peter Novak"),
        # what looks like a verb is a noun: behind a singular, and behind "some"
        ("Peter Novak gave a speech promising some type of gate for the mill “in the near future”.", "Peter Novak"),
        ("Maria Keller, who owns the mill, called the policy address “a ruin and a shame”.", "Maria Keller"),
        ("The Republican state leader Peter Novak told the Courier that he wanted “a gate for all”.", "Peter Novak"),
        ("“We are done,” wrote Maria Keller and called the 2007 mill report a “load of rubbish”.", "Maria Keller"),
        # a body whose name has an "and"
        ("Peter Novak of the Center for Mills and Technology called the gate “remarkably strong”.", "Peter Novak"),
        # whole phrases of those who stay unnamed
        ("“We know what it means,” the author of a new book told the Courier.", "the author"),
        ("“The gate will be safe now,” the new version read.", "the new version"),
        ("A spokesman for the mayor, Peter Novak, said the gate was “not for sale”.", "A spokesman for the mayor"),
        ("A spokesman for Mayor Peter Novak said the gate was “not for sale”.", "A spokesman"),
        ("The dance hall was shut on Thursday, and issued a statement saying, “We had to close.”", "The dance hall"),
        ("“We have no comment,” a spokesperson for Nordbank said.", "a spokesperson for Nordbank"),
        ("“It is safe now,” a senior official at the Harbour Office said.", "a senior official at the Harbour Office"),
        ("“The gate is safe now,” the application states.", "the application"),
    ],
)  # fmt: skip
def test_who_is_said_to_speak(sentence, speaker):
    assert first_speakers(CAST + sentence)[0][1] == speaker


def test_the_place_that_a_report_is_dated_from_does_not_speak():
    found = first_speakers("LARNHAVEN, March 31 - Nordbank, which lost a lot, said it felt “safe for years”.")
    assert found == [("safe for years", "Nordbank")]


def test_words_and_sentences_that_lost_the_blank_between_them():
    found = first_speakers(
        "Maria Keller wants to stay.“I want to be of use,” Keller told us. “I do not want to rest.”The mayor, "
        "Peter Novak, said he was “going to be here for a long time.”Anna Berg said “it changes "
        "every part of life.”“We are here,” Berg added."
    )
    assert [speaker for _, speaker in found] == [
        "Maria Keller",
        "Maria Keller",
        "Peter Novak",
        "Anna Berg",
        "Anna Berg",
    ]


def test_a_name_below_the_words_signs_them():
    found = first_speakers(
        "Voices", "“The valley has waited for this gate for years.”", "Maria Keller, The Larnhaven Courier"
    )
    assert found == [("The valley has waited for this gate for years.", "Maria Keller")]


@pytest.mark.parametrize("name", ["Maria Keller, The Larnhaven Courier", "Heath Long, Courier"])
def test_a_name_that_ends_the_paragraph_signs_the_words(name):
    found = first_speakers("Some say the gate is “a ruin and a shame”.", f"“The valley has waited for years.” {name}")
    assert found[1] == ("The valley has waited for years.", name.split(",")[0])


def test_the_authors_below_a_headline_do_not_sign_it():
    found = first_speakers("Novak shuts mill, citing ‘endless floods’", "Maria Keller and Ida Holm", "It rained.")
    assert all(speaker != "Maria Keller" for _, speaker in found)


def test_a_list_that_a_document_says_is_the_documents():
    found = first_speakers(
        "“Nobody asked us about it,” Peter Novak said.",
        "Among the phrases contained in the indictment that caused anger are:",
        "“It was part of the plan that the gate should stay shut.”",
    )
    assert found[1][1] == "the indictment"


@pytest.mark.parametrize("opening", ["Nearly", "There", "Less"])
def test_a_common_word_never_speaks(opening):
    quotation = only(f"{opening} everyone who came to Larnhaven called the gate “a ruin and a shame”.")
    assert all(speaker.kind == SpeakerKind.UNNAMED for speaker in quotation.speakers)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "“It rained all day,” said Keller. Novak said the gate was shut. “We have never had so much water here.”",
            ["Maria Keller", "Peter Novak"],
        ),
        (
            "“It rained all day,” said Keller. Many came. “We have never had so much water here.”",
            ["Maria Keller", "Maria Keller"],
        ),
    ],
)
def test_one_reported_without_marks_goes_on_before_one_quoted_earlier(text, speakers):
    assert [speaker for _, speaker in first_speakers(CAST + text)] == speakers


def test_a_given_name_of_men_and_women_rules_out_neither():
    text = "Lindsey Holm refused to say more about Ida Berg’s plan. “The gate stays shut for now,” he said."
    assert first_speakers(text)[0][1] == "Lindsey Holm"


def test_a_verb_with_a_particle_may_stand_before_an_unnamed_speaker():
    text = "“The gate was never shut at all,” pointed out one of his friends when asked by the paper."
    assert first_speakers(CAST + text)[0][1] == "one of his friends"

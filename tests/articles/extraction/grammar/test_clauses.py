"""Whose saying it is in sentences of several clauses: the subject of the right verb, and the report around another."""

import pytest

from tests.articles.extraction.quotations.quotations_found import first_speakers

CAST = "Maria Keller, the mayor, met Peter Novak, the miller, and the engineer Jonas Brandt. "


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        # a participle belongs to the subject of its clause, not to the nearest name
        ("On Sunday, Keller opened a new bridge with Novak, calling it “a small wonder”.", "Maria Keller"),
        ("Hours later, Keller returned the favour to Novak, telling the paper, “He is a fine man.”", "Maria Keller"),
        ("Speaking in Lindau, near Bregenz, Keller went after Novak, calling him “a total bore”.", "Maria Keller"),
        ("Keller mocked the complaint, saying the miller “is not having a good night”.", "Maria Keller"),
        ("The crowd cheered, with Novak calling it “a great day”.", "Peter Novak"),
        ("The crowd cheered, with Novak saying that it was late and asking, “Who will pay?”", "Peter Novak"),
        ("Keller released a statement saying, “The bridge stays open.”", "Maria Keller"),
        ("Keller wrote a letter to Novak asking the miller to end the “fiasco”.", "Maria Keller"),
        # a second verb belongs to its clause's subject
        ("Keller visited the mill and said it was “a bad joke”.", "Maria Keller"),
        ("Keller was furious after Novak visited the dam last month and said it was “a ruin”.", "Peter Novak"),
        ("Keller said after a lunch that she had not read the plan, but called it “a good start”.", "Maria Keller"),
        # pasts that are written like the present agree with one person, too
        ("The mayors of Lund watched as Novak stood up and read “the letter to all”.", "Peter Novak"),
        ("Did Peter Novak come and say “the bridge stays open for all of us”?", "Peter Novak"),
        # who, which
        ("The plan pleased Novak, who called it “a small wonder”.", "Peter Novak"),
        ("Novak, who has often defended Keller, called the plan “a small wonder”.", "Peter Novak"),
        ("Keller argued the mill, which is admired by Novak, “would not last ten years”.", "Maria Keller"),
        ("Keller said the talk followed a call with Novak, in which Novak warned of “a flood”.", "Peter Novak"),
        # what one speaker tells of another's words stays that speaker's
        ("Keller said the bridge, which she called a ruin, was “too old”.", "Maria Keller"),
        ("Keller said Novak’s remarks “have done harm”.", "Maria Keller"),
        ("Keller declared that she found Novak to be “very charming”.", "Maria Keller"),
        ("Keller condemned what she called “a brazen theft”.", "Maria Keller"),
        ("Keller blasted Novak’s call for a “second bridge”.", "Maria Keller"),
        ("Novak’s claim that the bridge “will fall” was denied.", "Peter Novak"),
        # unless it names the other and marks follow at once
        ("Keller said that Novak had called it “a ruin”.", "Peter Novak"),
        ("Keller said the report that Novak called “a ruin” was true.", "Peter Novak"),
        # and a clause that is over holds nothing
        ("After Novak said the dam was “old”, Keller called the miller “a fool”.", None),
        ("When Novak suggested a loan, Keller fired back: “We have money enough.”", "Maria Keller"),
        ("When Novak announced his plan, Keller referred to it as “a dream”.", "Maria Keller"),
        ("Asked by Novak about the cost, Keller said “nobody knows”.", "Maria Keller"),
        ("Novak said the dam would hold, and Keller called that “a brave guess”.", "Maria Keller"),
        # passives
        ("The bridge was described by Novak as “a small wonder”.", "Peter Novak"),
        # the report that ends a sentence
        ("The plan is “a small wonder” for the whole valley, said Novak.", "Peter Novak"),
        ("Many farmers saw the plan as “a small wonder” for the valley, Keller said.", "Maria Keller"),
        ("The miller became “visibly agitated” once the lamps were out, according to Jonas Brandt.", "Jonas Brandt"),
    ],
)
def test_the_speaker_in_a_sentence_of_several_clauses(sentence, speaker):
    found = first_speakers(CAST + sentence)
    assert found
    assert speaker is None or found[-1][1] == speaker


def test_each_clause_keeps_its_own_speaker():
    sentence = "After Novak said the dam was “very old”, Keller called the miller “a wise man”."
    assert first_speakers(CAST + sentence) == [("very old", "Peter Novak"), ("a wise man", "Maria Keller")]

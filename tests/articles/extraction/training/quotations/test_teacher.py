"""A teacher answers by the annotations, and notes what can be learnt."""

import json

import pytest

from articles.extraction.decisions import Claim
from articles.extraction.findings import Span
from articles.extraction.findings_json import passages_of
from articles.extraction.training.quotations.fit import fit_decisions
from articles.extraction.training.quotations.gold import read_gold
from articles.extraction.training.quotations.teacher import Lesson, Teacher

TEXT = "A title\n\n“The quay is shut,” Mara Quill said of the “Long Wait”. She said that ships turn back."
NO_QUOTE = '{"id": 1, "text": "x", "quotes": [{}]}'
UNKNOWN = '{"id": 1, "text": "x", "quotes": [], "annotated": "half"}'
QUAY, WAIT, SHIPS = ("The quay is shut,", "Long Wait", "ships turn back")


def _range(words):
    return [TEXT.index(words), TEXT.index(words) + len(words)]


def _gold(tmp_path, **changes):
    said = {"speaker_text": "Mara Quill", "speaker_name": "Mara Quill", "speaker_kind": "person"}
    quotes = [
        {"spans": [_range(QUAY)], "type": "direct", **said, **changes},
        {"spans": [_range(SHIPS)], "type": "indirect", **said, "speaker_text": "She"},
    ]
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": "a", "text": TEXT, "quotes": quotes}) + "\n", encoding="utf-8")
    return path


def _teacher(tmp_path, **changes):
    (article,) = read_gold(_gold(tmp_path, **changes))
    return Teacher(article, passages_of(TEXT)[1])


def _claim(words, name=None, speaker_words="", marked=True):
    start = TEXT.index(words) - len("A title\n\n")
    return Claim((Span(1, start, start + len(words)),), name, speaker_words, marked)


@pytest.mark.parametrize(
    ("decision", "claim", "holds"),
    [
        ("speech", _claim(QUAY), True),
        ("speech", _claim(WAIT), False),
        ("speaker", _claim(QUAY, "Mara Quill", "she"), True),
        ("speaker", _claim(QUAY, "Jon Quay", "Quay"), False),
        ("speaker", _claim(QUAY), False),
        ("speaker", _claim(WAIT, "Mara Quill"), None),
        ("report", _claim(SHIPS, "Mara Quill", marked=False), True),
        ("report", _claim(SHIPS, "Jon Quay", marked=False), False),
        ("report", _claim(QUAY, "Mara Quill", marked=False), False),
    ],
)
def test_a_claim_holds_by_the_annotations(tmp_path, decision, claim, holds):
    assert _teacher(tmp_path).holds(decision, claim) is holds


def test_nothing_is_learnt_from_what_annotators_doubt(tmp_path):
    teacher = _teacher(tmp_path, doubt=True)
    assert teacher.decisions().speech.probability(["x"], _claim(QUAY)) == 0.5
    assert teacher.lessons == []


@pytest.mark.parametrize(("annotated", "marked"), [("marked", True), ("unmarked", False)])
def test_nothing_is_learnt_of_words_that_were_not_annotated(tmp_path, annotated, marked):
    path = _gold(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace('{"id"', f'{{"annotated": "{annotated}", "id"'))
    (article,) = read_gold(path)
    teacher = Teacher(article, passages_of(TEXT)[1])
    assert teacher.holds("speech", _claim(WAIT)) is (False if marked else None)
    assert teacher.holds("report", _claim(SHIPS, "Mara Quill", marked=False)) is (None if marked else True)


def test_answers_are_noted_as_lessons(tmp_path):
    teacher = _teacher(tmp_path)
    assert teacher.decisions().speech.probability(["x"], _claim(QUAY), [("x", ["y", "z"])]) == 1
    assert teacher.lessons == [Lesson("speech", "a", ("x", "x&y", "x&z"), True)]


def test_lessons_teach_weights_that_tell_them_apart():
    lessons = [Lesson("speech", str(n), ("every", "cue" if n % 2 else "none"), bool(n % 2)) for n in range(400)]
    decisions = fit_decisions(lessons)
    assert decisions.speech.probability(["every", "cue"], _claim(QUAY)) > 0.7
    assert decisions.speech.probability(["every", "none"], _claim(QUAY)) < 0.3
    assert decisions.speaker is None


@pytest.mark.parametrize("line", ["", "{", "[]", '{"id": 1, "text": "x"}', NO_QUOTE, UNKNOWN])
def test_a_damaged_line_is_named(tmp_path, line):
    path = tmp_path / "gold.jsonl"
    path.write_text(_gold(tmp_path).read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"gold\.jsonl, line 2 is no article"):
        list(read_gold(path))

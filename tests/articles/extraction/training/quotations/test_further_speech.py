"""Lessons about marked words from articles of which the project keeps places alone."""

import gzip
import json

import pytest

from articles.extraction.training.quotations.further_speech import MARKED_WORDS, digest_of, speech_lessons, text_of

ARTICLE = {
    "id": "a",
    "title": "A bridge",
    "standfirst": None,
    "paragraphs": ["Maria Keller called it “a long wait” for all.", "They live in the “upper town” by the lake."],
}


@pytest.fixture
def archive(tmp_path):
    def write(*lines):
        path = tmp_path / "articles.jsonl.gz"
        with gzip.open(path, "wt", encoding="utf-8") as file:
            file.write("\n".join(lines))
        return path

    return write


@pytest.fixture
def annotated(tmp_path):
    def write(text, **places):
        spans = {kind: [_span(text, words)] for kind, words in places.items()}
        path = tmp_path / "marked_words.jsonl"
        path.write_text(
            json.dumps({"id": "a", "sha256": digest_of(text), "speech": [], "terms": [], "doubtful": []} | spans)
        )
        return path

    return write


def _span(text, words):
    start = text.index(words)
    return [start, start + len(words)]


def test_marked_words_teach_what_is_speech(archive, annotated):
    places = annotated(text_of(ARTICLE), speech="a long wait", terms="upper town")
    lessons = list(speech_lessons(archive(json.dumps(ARTICLE)), places))
    assert [(lesson.decision, lesson.holds) for lesson in lessons] == [("speech", True), ("speech", False)]


def test_nothing_is_learnt_from_what_is_in_doubt(archive, annotated):
    places = annotated(text_of(ARTICLE), doubtful="a long wait")
    assert [lesson.holds for lesson in speech_lessons(archive(json.dumps(ARTICLE)), places)] == [False]


def test_an_article_that_says_something_else_by_now_teaches_nothing(archive, annotated):
    places = annotated("Another text, of “a long wait”.", speech="a long wait")
    assert list(speech_lessons(archive(json.dumps(ARTICLE)), places)) == []


@pytest.mark.parametrize("line", ["{", "[]", '{"title": "a"}'])
def test_a_damaged_line_is_named(archive, annotated, line):
    with pytest.raises(ValueError, match="line 1 is no article"):
        list(speech_lessons(archive(line), annotated(text_of(ARTICLE))))


def test_places_are_kept_without_words():
    kept = [json.loads(line) for line in MARKED_WORDS.read_text("utf-8").splitlines()]
    assert len(kept) > 300
    assert {key for place in kept for key in place} == {"id", "sha256", "speech", "terms", "doubtful"}
    ends = [span for place in kept for kind in ("speech", "terms", "doubtful") for span in place[kind]]
    assert all(0 <= start < end for start, end in ends)

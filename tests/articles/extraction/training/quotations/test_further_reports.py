"""Lessons from news that others annotated: of claims that report words alone, lighter, and marked as from elsewhere."""

import gzip
import json

import pytest

from articles.extraction.training.quotations.further_reports import WEIGHT, further_lessons

TEXT = "Maria Keller said the bridge was safe. Peter Brandt hopes that it is. Anna Roux said the lake was calm."


def _file(tmp_path, *lines):
    path = tmp_path / "news.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write("\n".join(lines))
    return path


def _quote(words, speaker):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "speaker_text": speaker, "type": "indirect"}


def test_reports_of_words_teach(tmp_path):
    quotes = [_quote("the bridge was safe", "Maria Keller"), _quote("that it is", "Peter Brandt")]
    lessons = list(further_lessons(_file(tmp_path, json.dumps({"id": "a", "text": TEXT, "quotes": quotes}))))
    assert [lesson.holds for lesson in lessons] == [True, False]
    assert {(lesson.decision, lesson.weight) for lesson in lessons} == {("report", WEIGHT)}
    assert all("from:elsewhere" in lesson.features for lesson in lessons)


@pytest.mark.parametrize("line", ["{", "[]", '{"id": "a", "text": "b"}', '{"id": "a", "text": "b", "quotes": [{}]}'])
def test_a_damaged_line_is_named(tmp_path, line):
    with pytest.raises(ValueError, match="line 1 is no article"):
        list(further_lessons(_file(tmp_path, line)))

"""`train_quotations` says what is wrong with what it is given, and leaves the old weights."""

import pytest
from django.core.management import CommandError, call_command


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        (None, "cannot be read"),
        ("", "Nothing was learnt and the old weights stay: the articles teach nothing"),
        ("{}\n", "old weights stay: gold.jsonl, line 1 is no article"),
    ],
)
def test_articles_that_teach_nothing_leave_the_old_weights(tmp_path, given, problem):
    gold, weights = tmp_path / "gold.jsonl", tmp_path / "weights"
    weights.mkdir()
    (weights / "speech.json").write_text("old", encoding="utf-8")
    if given is not None:
        gold.write_text(given, encoding="utf-8")
    with pytest.raises(CommandError, match=problem):
        call_command("train_quotations", gold=[gold], reports=tmp_path / "none", archive=tmp_path / "none", to=weights)
    assert (weights / "speech.json").read_text(encoding="utf-8") == "old"


def test_a_decision_that_there_is_not_is_named():
    with pytest.raises(CommandError, match="no decision “mood”; there are speech, speaker, report"):
        call_command("train_quotations", "mood")

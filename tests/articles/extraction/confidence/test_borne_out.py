"""What pages say of a confidence is counted: how many such findings annotators bore out."""

import json

import pytest

from articles.extraction.confidence.borne_out import borne_out
from articles.extraction.findings import QuotationKind
from articles.extraction.training.quotations.build import borne_out_table
from articles.extraction.training.quotations.parts import PARTS
from articles.extraction.training.quotations.teacher import Lesson


@pytest.fixture
def folder(tmp_path):
    note = {"borne_out": [[0.9, 57, 60], [0.3, 2, 4]]}
    (tmp_path / "marked_finding.json").write_text(json.dumps({"note": note}), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("kind", "confidence", "share"),
    [
        (QuotationKind.DIRECT, 0.91, (57, 60)),
        (QuotationKind.MIXED, 0.9, (57, 60)),
        (QuotationKind.DIRECT, 0.96, None),  # nothing counted there
        (QuotationKind.DIRECT, 0.35, None),  # too few
        (QuotationKind.INDIRECT, 0.91, None),  # no table
    ],
)
def test_a_confidence_has_its_band_s_share(folder, kind, confidence, share):
    assert borne_out(kind, confidence, folder) == share


def test_a_damaged_table_says_how_to_make_it_again(tmp_path):
    (tmp_path / "marked_finding.json").write_text('{"note": {}}', encoding="utf-8")
    with pytest.raises(ValueError, match="make it by train_quotations"):
        borne_out(QuotationKind.DIRECT, 0.9, tmp_path)


def test_the_table_counts_what_decisions_of_other_articles_say():
    lessons = [Lesson("marked_finding", f"article {n}", ("cue",) if n % 4 else (), bool(n % 4)) for n in range(200)]
    table = borne_out_table(lessons)
    assert len({one.article for one in lessons}) > PARTS
    assert sum(findings for _, _, findings in table) == 200
    (_, right, findings), *_, (_, least_right, _) = table
    assert right == findings
    assert least_right == 0

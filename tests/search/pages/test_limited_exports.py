"""Exports through the whole program: two of a visitor, four in all, one where it would hold up a worker."""

import pytest
from django.core.signals import request_finished
from django.db import close_old_connections

from search.indexing.sync import sync

pytestmark = pytest.mark.django_db
CSV, JSONL = "/search/export.csv?q=war", "/search/export.jsonl?q=war"


@pytest.fixture(autouse=True)
def archive(limits, add_article):
    add_article("War", "The war goes on.")
    sync()


def export(client, address: str = CSV, visitor: int = 1, threads: bool = True):
    return client.get(address, REMOTE_ADDR=f"198.51.100.{visitor}", **{"wsgi.multithread": threads})


def close(answer) -> None:
    """Close an answer as a server does, but for the connection to the database, which the test goes on with."""
    request_finished.disconnect(close_old_connections)
    answer.close()
    request_finished.connect(close_old_connections)


def statuses(client, *visitors: int, **values) -> list[int]:
    return [export(client, visitor=visitor, **values).status_code for visitor in visitors]


def test_a_third_of_a_visitor_is_told_to_wait(client):
    running = [export(client, address) for address in (CSV, JSONL)]
    refused = export(client)
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "30")
    assert refused.content.decode().startswith("2 of your exports are running already")
    assert export(client, visitor=2).status_code == 200
    assert b"# rows: 2" in b"".join(running[0].streaming_content)
    assert export(client).status_code == 200


def test_a_fifth_of_all_is_told_to_wait(client):
    assert statuses(client, 1, 2, 3, 4, 5) == [200] * 4 + [429]


def test_one_at_a_time_where_the_server_answers_one_request_a_worker(client):
    first = export(client, threads=False)
    assert statuses(client, 2, threads=False) == [429]
    close(first)
    assert statuses(client, 2, threads=False) == [200]


def test_those_that_are_only_asked_for_their_head_hold_nothing(client):
    for _ in range(5):
        answer = client.head(CSV)
        assert answer.status_code == 200
        close(answer)


@pytest.mark.parametrize("address", ["/search/export.csv", "/search/export.csv?q=war&date_from=soon"])
def test_what_is_no_file_holds_nothing(client, address):
    assert [export(client, address).status_code for _ in range(5)] == [400] * 5


def test_other_pages_are_answered_beside_them(client):
    statuses(client, 1, 1, 2, 2)
    assert client.get("/search/?q=war", REMOTE_ADDR="198.51.100.1").status_code == 200


def test_rows_are_charged_as_they_are_read(client, limits, rate, monkeypatch):
    rate(seconds="3/minute")
    seconds = iter(range(1000))
    answer = export(client)
    monkeypatch.setattr("accounts.limits.metered.time.thread_time", lambda: 4 * next(seconds))
    b"".join(answer.streaming_content)
    assert "took more time than" in export(client).content.decode()


def test_the_numbers_are_settings(client, settings):
    settings.EXPORTS_A_VISITOR, settings.EXPORTS_AT_ONCE = 3, 0
    assert statuses(client, 1, 1, 1, 1, 2, 2, 2, 3, 3) == [200, 200, 200, 429, 200, 200, 200, 200, 200]

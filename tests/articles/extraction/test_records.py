"""Records are values: equal by their fields, and keys of dictionaries; some are equal only to themselves."""

from dataclasses import replace

from articles.extraction.records import record


@record(order=True)
class Place:
    """A record that can be sorted."""

    row: int
    seat: str = "a"


@record(eq=False)
class Ticket:
    """A record that is equal only to itself."""

    place: Place


def test_records_of_equal_fields_are_equal_and_one_key():
    assert Place(1) == Place(1, "a") != Place(2)
    assert {Place(1): "mine"}[replace(Place(2), row=1)] == "mine"


def test_records_are_sorted_by_their_fields_in_turn():
    assert sorted([Place(2), Place(1, "b"), Place(1)]) == [Place(1), Place(1, "b"), Place(2)]


def test_a_record_without_equality_is_only_itself():
    ticket = Ticket(Place(1))
    assert {ticket, ticket, Ticket(Place(1))} > {ticket}
    assert ticket != Ticket(Place(1))

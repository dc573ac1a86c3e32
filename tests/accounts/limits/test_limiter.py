"""How often and how much: letting in, refusing, and when it is worth trying again."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from accounts.limits.limiter import TOO_DEAR, TOO_OFTEN
from accounts.limits.rates import rates
from accounts.limits.refusal import in_words
from accounts.limits.visitor import Visitor

READER, OTHER = Visitor("reader", signed_in=False), Visitor("other", signed_in=False)
EDITOR = Visitor("editor", signed_in=True)


def let_in(limiter, visitor=READER, kind="search") -> int:
    """Return how many requests are let in one after the other, up to 50."""
    return next((number for number in range(50) if limiter.enter(kind, visitor)), 50)


def test_each_visitor_and_each_kind_has_its_own_number(limits, rate):
    rate(search="3/minute", api="2/minute")
    assert [let_in(limits), let_in(limits, OTHER), let_in(limits, kind="api")] == [3, 3, 2]


def test_who_is_refused_is_let_in_when_the_time_has_passed_and_not_before(limits, rate):
    rate(search="3/minute")
    let_in(limits)
    limits.counters.clock.now += 20.5
    refusal = limits.enter("search", READER)
    assert (refusal.why, refusal.seconds) == (TOO_OFTEN, 40)
    limits.counters.clock.now += refusal.seconds - 1
    assert limits.enter("search", READER).seconds == 1
    limits.counters.clock.now += 1
    assert limits.enter("search", READER) is None


def test_the_longest_of_several_times_is_what_counts(limits, rate):
    rate(search="3/minute; 5/hour")
    assert let_in(limits) == 3
    limits.counters.clock.now += 60
    assert limits.enter("search", READER) is None
    assert limits.enter("search", READER).seconds == 3540


def test_what_requests_cost_is_charged_whatever_they_are(limits, rate):
    rate(seconds="10/minute")
    limits.charge(READER, 9.9)
    assert limits.enter("search", READER) is None
    limits.charge(READER, 0.1)
    refusal = limits.enter("api", READER)
    assert (refusal.why, refusal.seconds) == (TOO_DEAR, 60)
    assert limits.enter("api", OTHER) is None
    limits.counters.clock.now += refusal.seconds
    assert limits.enter("api", READER) is None


def test_who_is_signed_in_may_do_more(limits, rate, settings):
    settings.LIMIT_SIGNED_IN_FACTOR = 4
    rate(search="3/minute", seconds="10/minute")
    assert let_in(limits, EDITOR) == 12
    limits.charge(EDITOR, 39)
    assert limits.enter("api", EDITOR) is None
    limits.charge(EDITOR, 1)
    assert limits.enter("api", EDITOR)


@pytest.mark.parametrize("off", ["0", "", "off", " Off "])
def test_a_limit_that_is_off_limits_nothing(limits, rate, off):
    rate(search=off, seconds=off)
    limits.charge(READER, 1e6)
    assert let_in(limits) == 50


@pytest.mark.parametrize("written", ["many", "12", "12/fortnight", "0/minute", "-1/minute", "1/minute;x", "1e3/minute"])
def test_a_rate_that_cannot_be_read_stops_the_program_with_a_sentence(rate, written):
    rate(search=written)
    with pytest.raises(ImproperlyConfigured, match=r"LIMIT_SEARCH='.*' is no limit: write"):
        rates()


def test_where_the_counters_are_away_everybody_is_let_in(limits, rate, caplog):
    rate(search="1/minute")
    limits.counters.file.close()
    limits.counters.file.path = limits.counters.file.path / "nowhere"
    assert let_in(limits) == 50
    limits.charge(READER, 1e6)
    assert caplog.text.count("Nobody is counted") == 1


WAITS = [
    (1, "1 second"),
    (40, "40 seconds"),
    (119, "119 seconds"),
    (121, "3 minutes"),
    (7200, "2 hours"),
    (7201, "3 hours"),
]


@pytest.mark.parametrize(("seconds", "words"), WAITS)
def test_a_wait_is_said_in_words_and_never_too_short(seconds, words):
    assert in_words(seconds) == words

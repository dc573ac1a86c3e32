"""Open candidates considered again: merged by two signs, and only where nothing and nobody speaks against it."""

import pytest
from django.core.management import call_command

from articles.editing.identity_decisions import MergeVerdict, decide
from articles.identity.reconsidering import reconsider_all
from articles.importing.importer import import_article
from articles.models import Mention, MergeCandidate, MergeDecision

pytestmark = pytest.mark.django_db

COMPANY = "{} met Ida Lund, Karl Berg, Mette Roux, Amina Diallo and Otto Lang on the pier."
MAYOR = "{}, the mayor of Lisbon, opened a pier."


@pytest.fixture
def tell(source):
    """Import an article of these sentences."""
    numbers = iter(range(1, 1000))

    def build(*texts: str) -> None:
        n = next(numbers)
        import_article(source(list(texts), source_id=f"test:{n}", title=f"Pier {n}"))

    return build


@pytest.fixture
def two(tell):
    """Robert and Bob Okafor, a candidate since nothing bore them out when they were new; both are mayors since."""
    for name in ("Robert Okafor", "Bob Okafor"):
        tell(COMPANY.format(name))
    for name in ("Robert Okafor", "Bob Okafor"):
        tell(MAYOR.format(name))


def consider() -> list[MergeDecision]:
    return [decision for decision in reconsider_all() if decision]


def okafors() -> set[str]:
    return set(Mention.objects.filter(person__name__endswith="Okafor").values_list("person__name", flat=True))


def test_two_signs_bear_it_out(two):
    (decision,) = consider()
    assert decision.reason == "both “mayor of Lisbon”, both beside Ida Lund, Karl Berg, Mette Roux and 2 more"
    assert okafors() == {decision.kept.name}
    assert MergeCandidate.objects.get().corroboration == decision.reason


@pytest.mark.parametrize("sentence", [COMPANY, MAYOR])
def test_one_sign_is_not_enough(tell, sentence):
    tell("Robert Okafor left on Monday.")
    tell("Bob Okafor left on Monday.")
    for name in ("Robert Okafor", "Bob Okafor"):
        tell(sentence.format(name))
    assert MergeCandidate.objects.exists()
    assert consider() == []


@pytest.mark.parametrize(("more", "merged"), [([], 1), (["Karl Brandt was there. Karl Brandt Jr. left."], 0)])
def test_whom_one_article_names_are_two(tell, more, merged):
    for sentence in (COMPANY, MAYOR):
        tell(sentence.format("Karl Brandt"))
        tell(sentence.format("Karl Brandt Jr."))
    if more:
        tell(*more)
    assert len(consider()) == merged


def test_nobody_is_merged_where_another_may_be_meant(tell):
    for sentence in (COMPANY, MAYOR):
        tell(sentence.format("Karl Brandt"))
        tell(sentence.format("Karl A. Brandt"))
    tell("Karl B. Brandt left.")
    assert consider() == []


@pytest.mark.parametrize("states", [["different"], ["same", "open"], ["different", "open"]])
def test_what_an_editor_decided_stands(two, editor, states):
    pair, seen = MergeCandidate.objects.get(), "open"
    for state in states:
        decide(pair.pk, MergeVerdict(state, editor, seen, keep=pair.first_id if state == "same" else None))
        seen = state
    assert consider() == []
    assert okafors() == {"Robert Okafor", "Bob Okafor"}


def test_the_command_says_how_many_are_one(two, capsys):
    call_command("link_people")
    assert capsys.readouterr().out == "1 pairs considered; 1 of them are one person by now.\n"

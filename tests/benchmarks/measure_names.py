"""Measures what looking people up by their names costs in a large archive, beside reading all spellings.

    python -m tests.benchmarks.measure_names [--aliases 105000] [--plans]

The names are made up: a few hundred given names, the common ones far more often, and a surname in six that a single
article gives alone, so that hundreds of people have it. `--plans` prints how the database goes about each query. It
takes a database of its own, beside the one of DATABASE_URL or in a new folder, which is gone afterwards.
"""

import argparse
import os
import random
import tempfile
import time
from collections.abc import Callable
from itertools import islice, product
from statistics import median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.db.models import QuerySet

GIVEN, SURNAMES = 400, 25_000
BATCH = 5_000
ROUNDS = 7
SYLLABLES = "ba ce di fo gu ka le mi no pu ra se ti vo wu ha je li nü ør ła ss th en an el or ur in"


def main() -> None:
    """Fill a database, look names up in it and print what that took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--aliases", type=int, default=105_000)
    parser.add_argument("--plans", action="store_true", help="print the database's plan of each query")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="newsroom-benchmark-") as folder:
        os.environ.update(DEBUG="0", SECRET_KEY="a key for a benchmark", ALLOWED_HOSTS="localhost", VAR_DIR=folder)
        os.environ["DJANGO_SETTINGS_MODULE"] = "newsroom.settings"
        import django

        django.setup()
        from django.db import connection

        name = connection.settings_dict["NAME"]
        connection.creation.create_test_db(verbosity=0, autoclobber=True)
        try:
            measure(options.aliases, options.plans)
        finally:
            connection.creation.destroy_test_db(name, verbosity=0)


def measure(aliases: int, plans: bool) -> None:
    """Fill the archive, and print how long each way to look a name up takes, in milliseconds."""
    from django.db import connection

    started = time.perf_counter()
    names = fill(aliases)
    print(f"{connection.vendor}: {aliases:,} aliases stored in {time.perf_counter() - started:.1f} s")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    for what, run in questions(names).items():
        print(f"{what:45} {milliseconds(run):9.2f} ms")
    if plans:
        print_plans(names)


def fill(aliases: int) -> list[str]:
    """Store so many people with a spelling each; return some full names, the common given names first."""
    from articles.models import Alias, Person
    from articles.names.normalise import normalise

    chance = random.Random(5)  # noqa: S311  names to look up, no secret
    words = ["".join(parts).capitalize() for parts in product(SYLLABLES.split(), repeat=3)]
    chance.shuffle(words)
    given, surnames = words[:GIVEN], words[GIVEN : GIVEN + SURNAMES]
    weights = [1 / rank for rank in range(1, GIVEN + 1)]
    full = (f"{one} {chance.choice(surnames)}" for one in chance.choices(given, weights, k=aliases))
    lone = (surnames[int(chance.paretovariate(0.4)) % len(surnames)] for _ in range(aliases))
    written = [name if number % 6 else alone for number, (name, alone) in enumerate(zip(full, lone, strict=True))]
    for start in range(0, aliases, BATCH):
        some = written[start : start + BATCH]
        people = Person.objects.bulk_create(
            Person(name=name, identity=f"{normalise(name)}@{number}") for number, name in enumerate(some, start)
        )
        Alias.objects.bulk_create(
            Alias(person=person, name=person.name, folded=normalise(person.name)) for person in people
        )
    return [name for name in written if " " in name]


def questions(names: list[str]) -> dict[str, Callable[[], object]]:
    """Return ways to look people up, by what they are."""
    from articles.identity.lookup import people_by_name, people_by_whole_name, people_called, spelled_from, spelled_with
    from articles.models import Person

    surname, common = names[0].split()[1], most_common(names)
    return {
        "one name": lambda: people_by_name(names[:1]),
        "one surname": lambda: people_by_name([surname]),
        "five names": lambda: people_by_name(names[:5]),
        "32 names": lambda: people_by_name(names[:32]),
        "a name that nobody has": lambda: people_by_name(["Nobody Whosoever"]),
        f"the commonest given name ({common})": lambda: people_by_name([common]),
        "60 whole names": lambda: people_by_whole_name([*names[:40], *(name.split()[0] for name in names[:20])]),
        "a filter of a list by a name": lambda: Person.objects.filter(pk__in=people_called(names[0])).count(),
        "a beginning of three letters": lambda: len(spelled_from(surname[:3]).values_list("person")[:12]),
        "a name and a beginning": lambda: len(spelled_from(names[0][:-2]).values_list("person")[:12]),
        "two beginnings": lambda: len(spelled_with(f"{names[0][:3]} {surname[:3]}").values_list("person")[:12]),
        "by reading all spellings: one name": lambda: scanned(names[:1]),
        "by reading all spellings: five names": lambda: scanned(names[:5]),
    }


def most_common(names: list[str]) -> str:
    given = [name.split()[0] for name in names]
    return max(set(islice(given, 1_000)), key=given.count)


def scanned(names: list[str]) -> list[Any]:
    """Look names up as the archive did before spellings had keys: by the letters in each of them."""
    from functools import reduce
    from operator import and_, or_

    from django.db.models import Q, Value
    from django.db.models.functions import Concat, StrIndex
    from django.db.models.lookups import GreaterThan

    from articles.models import Alias
    from articles.names.normalise import normalise

    padded = Alias.objects.annotate(padded=Concat(Value(" "), "folded", Value(" ")))

    def has(word: str) -> Q:
        return Q(GreaterThan(StrIndex("padded", Value(f" {word} ")), 0))

    wanted = reduce(or_, (reduce(and_, map(has, normalise(name).split())) for name in names))
    return list(Alias.objects.filter(pk__in=padded.filter(wanted).order_by().values("pk")).values_list("person"))


def milliseconds(run: Callable[[], object]) -> float:
    """Return the median time of some rounds."""
    rounds = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        run()
        rounds.append(1000 * (time.perf_counter() - started))
    return median(rounds)


def print_plans(names: list[str]) -> None:
    from articles.identity.lookup import people_called, spelled_from, spelled_with
    from articles.models import Alias

    surname = names[0].split()[1]
    plans: dict[str, QuerySet[Any]] = {
        "a name": Alias.objects.filter(person__in=people_called(names[0])),
        "a beginning": spelled_from(surname[:3]),
        "a name and a beginning": spelled_from(names[0][:-2]),
        "two beginnings": spelled_with(f"{names[0][:3]} {surname[:3]}"),
    }
    for what, rows in plans.items():
        print(f"\n{what}\n{rows.order_by().explain()}")


if __name__ == "__main__":
    main()

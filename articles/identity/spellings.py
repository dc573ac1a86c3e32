"""What a name leads to among few things with many spellings: publishers and sections."""

from collections.abc import Collection, Iterable

from articles.identity.lookup import NamesByKey
from articles.names.identity import divided, name_identity
from articles.names.match import known_words, name_words, words_begin, words_fit
from articles.names.spellings import beginnings

Spelling = tuple[int, str, str]  # of a thing: its number, the name that is shown, and one way to write it


def things_by_name(names: Collection[str], spellings: Iterable[Spelling]) -> dict[str, NamesByKey]:
    """Return for each name the things with all its words in one of their spellings: their numbers and names.

    One that has exactly this name is the only one.
    """
    known = [((key, shown), name_identity(name), known_words(divided(name))) for key, shown, name in spellings]
    found: dict[str, NamesByKey] = {}
    for name in names:
        words, identity = name_words(divided(name)), name_identity(name)
        exact = [thing for thing, its, _ in known if its == identity]
        found[name] = dict(exact or [thing for thing, _, its in known if words_fit(words, its)])
    return found


def things_beginning(typed: str, spellings: Iterable[Spelling]) -> set[int]:
    """Return the numbers of the things with a spelling in which a word begins with each of the words typed."""
    words = beginnings(divided(typed))
    return {key for key, _, name in spellings if words and words_begin(words, known_words(divided(name)))}

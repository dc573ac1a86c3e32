"""What ~ promises of one edit, held against the distance that marks it: beside a definition that tries every edit."""

from hypothesis import given
from hypothesis import strategies as st

from search.language.highlighting import HighlightTerms, highlight

LETTERS = "abc"


def within_one_edit(word: str, other: str) -> bool:
    """Say whether a text's word is marked for another; a letter before both makes a word of nothing, and is no edit."""
    return bool(highlight(HighlightTerms(fuzzy=(f"x{word}",)), f"x{other}"))


def edited(word: str) -> set[str]:
    """All words of these letters that are one edit away from a word, and the word itself."""
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    less = {left + right[1:] for left, right in cuts if right}
    other = {left + letter + right[1:] for left, right in cuts if right for letter in LETTERS}
    more = {left + letter + right for left, right in cuts for letter in LETTERS}
    exchanged = {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    return {word} | less | other | more | exchanged


@given(st.text(LETTERS, max_size=6), st.text(LETTERS, max_size=6))
def test_words_are_one_edit_apart_if_an_edit_makes_one_the_other(word: str, other: str) -> None:
    assert within_one_edit(word, other) == (other in edited(word))


@given(
    st.text(LETTERS, max_size=6).flatmap(lambda word: st.tuples(st.just(word), st.sampled_from(sorted(edited(word)))))
)
def test_every_edit_is_one(pair: tuple[str, str]) -> None:
    assert within_one_edit(*pair)
    assert within_one_edit(*pair[::-1])

"""No module of the extractor holds words of English: they are in data/en/, so that another language can be added."""

import pytest

from tests.articles.extraction.english_literals import english_in
from tests.conftest import ROOT

ROOMS = ("articles/extraction", "articles/boilerplate")


def modules():
    found = [file for room in ROOMS for file in (ROOT / room).rglob("*.py") if "training" not in file.parts]
    assert found
    return found


def test_no_module_holds_words_of_english():
    held = {str(module.relative_to(ROOT)): english_in(module) for module in modules()}
    held = {name: literals for name, literals in held.items() if literals}
    assert held == {}, "put these words into a list of the language's folder, under a kind that its first lines explain"


@pytest.mark.parametrize(
    ("source", "held"),
    [
        ('_LINKS = frozenset(("and", "but"))', ["and", "but"]),
        ('if lower == "to":\n    pass', ["to"]),
        ('if lower in ("who", "which"):\n    pass', ["which", "who"]),
        ('adverb = lower.endswith("ly")', ["ly"]),
        ('_BOTH = SETS["relative"] | {"whose"}', ["whose"]),
        ('_BY = re.compile(r"\\bby\\s")', ["\\bby\\s"]),
        ('_PHRASES = (("put", "it"), ("to", "quote"))', ["it", "put", "quote", "to"]),
        ('said = sum(plain[word] for word in ("i", "we"))', ["i", "we"]),
        ('if nominal.kind in ("person", "group"):\n    pass', []),
        ('if head == "leader":\n    pass', ["leader"]),
        ('_ROW = frozenset((", ", " and "))', [" and "]),
        ('_COUNTRIES = frozenset(("US", "IN"))', []),
        ('if kind == "that":\n    pass', []),
        ('_LINKS = GRAMMAR["joins"]', []),
        ('_FRAMES = frozenset(("clause", "that", "hearer"))', []),
        ('evidence = f"“{words}” is {name}."', []),
        ('_MARKS = re.compile(r"[a-z]+\\s(?:[A-Z]\\.)?")', []),
        ('def said():\n    """Say who said it, "and" the like."""', []),
    ],
)
def test_words_that_are_matched_are_told_from_names_and_sentences(tmp_path, source, held):
    module = tmp_path / "module.py"
    module.write_text(source, encoding="utf-8")
    assert [text for _, text in english_in(module)] == held

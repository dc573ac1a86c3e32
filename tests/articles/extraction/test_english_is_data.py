"""No module of the extractor holds words of English: they belong into data/en/, so that another language can be added.

`english_left.txt` lists the modules that still do, with the number of their literals. It only ever shrinks.
"""

import pytest

from tests.articles.extraction.english_literals import english_in
from tests.conftest import ROOT

LEFT = ROOT / "tests" / "articles" / "extraction" / "english_left.txt"
ROOMS = ("articles/extraction", "articles/boilerplate")


def allowed():
    rows = (line.split() for line in LEFT.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {module: int(number) for module, number in rows}


def modules():
    found = [file for room in ROOMS for file in (ROOT / room).rglob("*.py") if "training" not in file.parts]
    assert found
    return found


def test_no_module_holds_more_english_than_was_left():
    left = allowed()
    held = {str(module.relative_to(ROOT)): english_in(module) for module in modules()}
    more = {name: literals for name, literals in held.items() if len(literals) > left.get(name, 0)}
    assert more == {}, "put these words into a list in articles/extraction/data/en/"


def test_what_is_left_is_still_there():
    gone = [name for name in allowed() if not english_in(ROOT / name)]
    assert gone == [], "take these lines out of english_left.txt"


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

"""Finds English in the string literals of a module: what is compared with the words of an article belongs into data/.

A literal is matched against a text where it is compared (`lower == "to"`, `lower in ("who", "which")`), stands in a
collection, is a beginning or an end that is asked for (`endswith("ing")`), or is part of a regular expression. Of those
it is English where it has a word of the lists of English in it, or one of English's endings. No literals of this kind
are sentences of evidence, names of features, and names that the program gives its own things ("person", "clause").
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from articles.extraction.findings import EvidenceStep, QuotationKind, SpeakerKind
from articles.extraction.lexicons import DATA, ENGLISH, lines_of, words_in

OWN_ATTRIBUTES = frozenset(
    ("kind", "frame", "content", "step", "by", "gender", "way", "shape", "name", "code", "signs")
)
WORDS = frozenset(("lower", "lowers", "word", "word_before", "word_after", "previous", "following", "head"))
_OWN = """
person pronoun country organisation document group noun name say tell mind according place capital people clause
question object subject spoken reported inside joined first past participle present common world famous man woman word
Name owner other verb time here before after within title few alone none far next following introduced speaks opens any
role step way look PER PERSON government direct mixed indirect term board names unsaid chosen to that
"""  # names that the program gives its own things, beside the kinds of its lists
_ENDINGS = frozenset(("ing", "ed", "ly", "s", "es", "ies", "n't", "'s", "’s", "s'", "s’", "'ll", "'re", "'ve", "ss"))
_ASKED = frozenset(("endswith", "startswith", "removesuffix", "removeprefix", "replace", "isdisjoint", "fromkeys"))
_LOOKS = re.compile(r"\\[bwsS]|\(\?|[\]\w)]\|[\[\w(]")  # a text that is a regular expression
_FEATURE = frozenset("<>:=")  # names of features have one of these
_WORD = re.compile(r"[a-z]{2,}(?:[’'][a-z]+)?")
_ESCAPE = re.compile(r"\w+(?:\\\.\w+)+|\\[a-zA-Z]|\[[^\]]*\]|\(\?P?<?\w*>?|\(\?[a-z]+:")


@cache
def english_words() -> frozenset[str]:
    """Return the words of all lists of English, in small letters, that are not only names."""
    small = words_in("function_words.txt") | words_in("common_words.txt") | words_in("nouns.txt")
    rows = (line for file in (DATA / ENGLISH).glob("*.tsv") for line in lines_of(file.name) if file.name not in _NAMES)
    listed = {word for row in rows for word in re.split(r"[\s|]+", row.partition("\t")[2])}
    return frozenset(word.lower() for word in small | listed if word)


_NAMES = frozenset(("countries.tsv", "places.tsv", "regions.tsv", "leaders.tsv"))


@cache
def own_names() -> frozenset[str]:
    """Return the names of the program's own kinds: those of lists, findings and those named here."""
    lists = (file.name for file in (DATA / ENGLISH).glob("*.tsv") if file.name not in _NAMES)
    kinds = {line.split("\t")[0] for name in lists for line in lines_of(name)}
    enums = {str(value) for kind in (EvidenceStep, QuotationKind, SpeakerKind) for value in kind}
    return frozenset(_OWN.split()) | kinds | enums


def english_in(module: Path) -> list[tuple[int, str]]:
    """Return the lines and texts of the literals of a module that are English, in order."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    found = {(one.lineno, str(one.value)) for one in _matched(tree) if _is_english(str(one.value))}
    asked = {(one.lineno, str(one.value)) for one in _asked_for(tree) if _is_ending(str(one.value))}
    patterns = {(one.lineno, str(one.value)) for one in _patterns(tree) if _has_english(str(one.value))}
    return sorted(found | asked | patterns)


def _is_english(text: str) -> bool:
    """Say whether a text is a word of the lists; a lone letter is none, but for the one that speaks."""
    word = text.strip(" ,.").lower()
    return word in english_words() and (len(word) > 1 or word == "i") and any(map(str.isalpha, word))


def _is_ending(text: str) -> bool:
    return text in _ENDINGS or _is_english(text)


def _has_english(pattern: str) -> bool:
    """Say whether a regular expression has a word of English in it, outside its classes of letters."""
    bare = _ESCAPE.sub(" ", pattern).lower()
    return any(word in english_words() for word in _WORD.findall(bare))


def _matched(tree: ast.AST) -> Iterator[ast.Constant]:
    """Yield the literals that are compared with something or collected."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            yield from _compared(node)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("frozenset", "set"):
            yield from (one for argument in node.args for one in _strings(argument))
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr | ast.BitAnd | ast.Sub):
            yield from (one for side in (node.left, node.right) if isinstance(side, ast.Set) for one in _strings(side))
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Tuple | ast.Set | ast.List):
            yield from _strings(node.value) if not _is_all(node.targets[0]) else ()
        elif isinstance(node, ast.comprehension):
            yield from _strings(node.iter)


def _compared(node: ast.Compare) -> list[ast.Constant]:
    sides = [node.left, *node.comparators]
    if any(_is_own(side) for side in sides):
        return []
    strings = _literals if any(_is_word(side) for side in sides) else _strings
    return [one for side in sides for one in strings(side)]


def _is_word(side: ast.AST) -> bool:
    """Say whether one side of a comparison is a word of an article, which is no name of the program's own."""
    named = side.func if isinstance(side, ast.Call) else side.value if isinstance(side, ast.Subscript) else side
    return (named.attr if isinstance(named, ast.Attribute) else getattr(named, "id", "")) in WORDS


def _asked_for(tree: ast.AST) -> Iterator[ast.Constant]:
    """Yield the beginnings and ends that are asked for."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _ASKED:
            yield from (one for argument in node.args for one in _strings(argument))


def _is_own(side: ast.AST) -> bool:
    """Say whether one side of a comparison is a name of the program's own: `nominal.kind`."""
    name = side.attr if isinstance(side, ast.Attribute) else side.id if isinstance(side, ast.Name) else ""
    return name in OWN_ATTRIBUTES


def _is_all(target: ast.AST) -> bool:
    return isinstance(target, ast.Name) and target.id == "__all__"


def _strings(node: ast.AST) -> list[ast.Constant]:
    """Return the strings that a literal is or holds; none where they are the program's own names, or of features."""
    strings = _literals(node)
    texts = {str(one.value) for one in strings}
    own = texts <= own_names() and not texts <= words_in("function_words.txt")
    return [] if own or any(not _FEATURE.isdisjoint(text) for text in texts) else strings


def _literals(node: ast.AST) -> list[ast.Constant]:
    if isinstance(node, ast.Tuple | ast.Set | ast.List):
        plain = [one for one in node.elts if not isinstance(one, ast.Tuple) or all(map(_literals, one.elts))]
        return [string for one in plain for string in _literals(one)]
    return [node] if isinstance(node, ast.Constant) and isinstance(node.value, str) and not _is_code(node.value) else []


def _is_code(text: str) -> bool:
    """Say whether a text is like a country's code."""
    return len(text) == len("GB") and text.isupper()


def _patterns(tree: ast.AST) -> Iterator[ast.Constant]:
    """Yield the parts of regular expressions: arguments of `re.compile` and texts assigned that look like one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _is_re(node.func.value):
            yield from _parts(node)
        elif isinstance(node, ast.Assign):
            yield from (one for one in _parts(node.value) if _LOOKS.search(str(one.value)))


def _is_re(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and node.id == "re"


def _parts(node: ast.AST) -> list[ast.Constant]:
    """Return the strings in a literal, but for the kinds by which a list is asked."""
    kinds = [one.slice for one in ast.walk(node) if isinstance(one, ast.Subscript)]
    strings = [one for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    return [one for one in strings if one not in kinds]

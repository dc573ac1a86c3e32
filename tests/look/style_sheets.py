"""The style sheets of the look as rules, each with the file, the layer and the declarations that it has."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import tinycss2

from tests.conftest import ROOT

CSS = ROOT / "static" / "css"


@dataclass(frozen=True)
class Rule:
    """A rule: what it selects, and its declarations; without a selector, what an at-rule declares by itself."""

    path: str  # under static/css
    layer: str | None
    prelude: tuple[Any, ...]
    declarations: tuple[Any, ...]
    line: int

    @property
    def selector(self) -> str:
        return tinycss2.serialize(self.prelude).strip()

    @property
    def where(self) -> str:
        return f"{self.path}:{self.line}: {self.selector}"


def sheets() -> list[Path]:
    """Return all style sheets."""
    return sorted(CSS.rglob("*.css"))


def name_of(path: Path) -> str:
    return path.relative_to(CSS).as_posix()


def rules(paths: list[Path]) -> list[Rule]:
    """Return all rules of these style sheets, in order."""
    return [rule for path in paths for rule in rules_of(path.read_text(encoding="utf-8"), name_of(path))]


def rules_of(text: str, path: str = "") -> Iterator[Rule]:
    nodes = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    return _rules_in(nodes, path, None)


def _rules_in(nodes: list[Any], path: str, layer: str | None) -> Iterator[Rule]:
    for node in nodes:
        assert node.type != "error", f"{path}:{node.source_line}: {node.message}"
        if node.type == "qualified-rule" or (node.type == "at-rule" and node.at_keyword == "font-face"):
            yield from _rule(node, path, layer)
        elif node.type == "at-rule" and node.content is not None:
            inner = tinycss2.serialize(node.prelude).strip() if node.at_keyword == "layer" else layer
            content = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            yield from _rules_in(content, path, inner)


def _rule(node: Any, path: str, layer: str | None) -> Iterator[Rule]:
    content = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
    declarations = tuple(one for one in content if one.type == "declaration")
    yield Rule(path, layer, tuple(node.prelude), declarations, node.source_line)
    yield from _rules_in([one for one in content if one.type != "declaration"], path, layer)


def tokens(values: Any) -> Iterator[Any]:
    """Yield these component values, and those within functions and brackets."""
    for value in values:
        yield value
        yield from tokens(getattr(value, "arguments", None) or getattr(value, "content", None) or ())


def classes(rule: Rule) -> set[str]:
    """Return the classes that a rule selects by, those within :is() and the like too."""
    found = list(tokens(rule.prelude))
    pairs = pairwise(found)
    return {after.value for dot, after in pairs if dot.type == "literal" and dot.value == "." and after.type == "ident"}

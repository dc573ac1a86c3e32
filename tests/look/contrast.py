"""Contrast of two colours as WCAG 2.2 defines it, and what the comments of tokens.css say of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import tinycss2
from tinycss2.color4 import parse_color

from tests.look.style_sheets import CSS

GROUNDS = ("--paper", "--sheet", "--sunk")
FIGURE = re.compile(r"\d+\.\d")
INK_ON_IT = re.compile(rf"ink on it ({FIGURE.pattern})")
ON_GROUNDS = re.compile(rf"({FIGURE.pattern}(?: / {FIGURE.pattern})*)")


@dataclass(frozen=True)
class Said:
    """What a comment says: the contrast of a colour on a ground of the same scheme."""

    scheme: str
    colour: str
    ground: str
    figure: float


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, 0 to 1 (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance)."""
    red, green, blue = (_linear(value) for value in parse_color(colour).to("srgb").coordinates)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio, 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def commented_tokens() -> Iterator[tuple[str, str, str, str]]:
    """Yield the scheme, name, value and comment of every colour of tokens.css."""
    text = (CSS / "foundation" / "tokens.css").read_text(encoding="utf-8")
    for scheme, block in _blocks(tinycss2.parse_stylesheet(text), "light"):
        nodes = [node for node in block if node.type != "whitespace"]
        for node, after in zip(nodes, [*nodes[1:], None], strict=True):
            value = tinycss2.serialize(node.value).strip() if node.type == "declaration" else ""
            if value and parse_color(value):
                comment = after.value if after and after.type == "comment" else ""
                yield scheme, node.name, value, comment.strip()


def _blocks(nodes: list[Any], scheme: str) -> Iterator[tuple[str, list[Any]]]:
    for node in nodes:
        if node.type == "qualified-rule":
            yield scheme, tinycss2.parse_blocks_contents(node.content)
        elif node.type == "at-rule" and node.content is not None:
            dark = "dark" in tinycss2.serialize(node.prelude)
            yield from _blocks(tinycss2.parse_rule_list(node.content), "dark" if dark else scheme)


def colours() -> dict[str, dict[str, str]]:
    """Return the colours of each scheme by name; the dark one has those of the light one that it does not change."""
    found: dict[str, dict[str, str]] = {"light": {}, "dark": {}}
    for scheme, name, value, _ in commented_tokens():
        found[scheme][name] = value
    return found | {"dark": found["light"] | found["dark"]}


def said() -> list[Said]:
    """Return all that the comments say: figures alone are on paper, sheet and sunk, as many as there are."""
    return [one for scheme, name, _, comment in commented_tokens() for one in read_comment(scheme, name, comment)]


def read_comment(scheme: str, name: str, comment: str) -> Iterator[Said]:
    if ink := INK_ON_IT.match(comment):
        yield Said(scheme, "--ink", name, float(ink[1]))
    elif on := ON_GROUNDS.match(comment):
        for ground, figure in zip(GROUNDS, FIGURE.findall(on[1]), strict=False):
            yield Said(scheme, name, ground, float(figure))

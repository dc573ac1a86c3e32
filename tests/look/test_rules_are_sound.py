"""Every rule stands in the layer of its folder, knows no left and right, and takes its colours from the tokens."""

import re

import pytest
import tinycss2
from tinycss2.color4 import parse_color

from tests.look.style_sheets import Rule, name_of, rules, rules_of, sheets, tokens

LAYERS = {"foundation": {"tokens", "base", "components", "print"}, "components": {"components"}, "pages": {"pages"}}
TOKENS = "foundation/tokens.css"
RECOLOURED = (TOKENS, "foundation/print.css")  # give the tokens their colours, on a screen and on paper
SIDES = {"top", "right", "bottom", "left"}
PHYSICAL = {"width", "height", "min-width", "min-height", "max-width", "max-height", *SIDES}
SIDED = re.compile(r"(margin|padding|border|scroll-margin|scroll-padding|inset)-(top|right|bottom|left)\b")
FOUR_VALUES = {"margin", "padding", "inset", "border-width", "border-style", "border-color", "scroll-margin"}
ALIGNED = {"float", "clear", "text-align", "justify-content", "justify-items", "justify-self", "caption-side"}
ANY_COLOUR = {"currentcolor", "transparent"}
SYSTEM_COLOURS = {"highlight", "highlighttext", "canvas", "canvastext", "linktext", "buttontext", "buttonface"}
FUNCTIONS = {"rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "color-mix", "light-dark"}


def values(declaration):
    return [value for value in declaration.value if value.type not in ("whitespace", "comment")]


def physical(rule: Rule) -> list[str]:
    """Name what a rule says of left and right, or of width and height, whichever way the text runs."""
    return [found for one in rule.declarations if (found := _physical(one))]


def _physical(declaration) -> str:
    name, words = declaration.lower_name, [tinycss2.serialize([value]).lower() for value in values(declaration)]
    if name in PHYSICAL or SIDED.match(name):
        return name
    uneven = name in FOUR_VALUES and len(words) == 4 and words[1] != words[3]
    return f"{name}: {' '.join(words)}" if uneven or (name in ALIGNED and SIDES & set(words)) else ""


def raw_colours(rule: Rule) -> list[str]:
    """Name the colours of a rule that are no tokens; those of the reader's system are nobody's choice."""
    return [
        tinycss2.serialize([token])
        for declaration in rule.declarations
        for token in tokens(declaration.value)
        if _is_raw(token)
    ]


def _is_raw(token) -> bool:
    if token.type == "function":
        return token.lower_name in FUNCTIONS
    if token.type == "ident" and token.lower_value in ANY_COLOUR | SYSTEM_COLOURS:
        return False
    return token.type in ("hash", "ident") and parse_color(token) is not None


def test_every_rule_stands_in_a_layer_of_its_folder():
    strayed = [rule.where for rule in rules(sheets()) if rule.layer not in LAYERS[rule.path.split("/")[0]]]
    assert [where for where in strayed if not where.startswith("foundation/fonts.css")] == []  # which has only faces


def test_no_sheet_imports_another():
    assert [name_of(path) for path in sheets() if "@import" in path.read_text(encoding="utf-8")] == []


def test_no_rule_knows_left_from_right():
    found = {rule.where: physical(rule) for rule in rules(sheets())}
    assert {where: said for where, said in found.items() if said} == {}


def test_every_colour_is_a_token():
    found = {rule.where: raw_colours(rule) for rule in rules(sheets()) if rule.path not in RECOLOURED}
    assert {where: colours for where, colours in found.items() if colours} == {}


def test_every_token_that_is_used_exists():
    every = rules(sheets())
    made = {one.name for rule in every for one in rule.declarations if one.name.startswith("--")}
    used = {
        token.value: rule.where
        for rule in every
        for one in rule.declarations
        for token in tokens(one.value)
        if token.type == "ident" and token.value.startswith("--")
    }
    assert {name: where for name, where in used.items() if name not in made} == {}


@pytest.mark.parametrize(
    ("declaration", "found"),
    [
        ("margin-left: 1px", ["margin-left"]),
        ("MAX-WIDTH: 1px", ["max-width"]),
        ("border-top-left-radius: 1px", ["border-top-left-radius"]),
        ("float: left", ["float: left"]),
        ("text-align: right", ["text-align: right"]),
        ("margin: 0 1px 0 2px", ["margin: 0 1px 0 2px"]),
        ("inset: 1rem 0 auto", []),
        ("margin: 0 1px 2px 1px", []),
        ("float: inline-end; inset-inline-start: 0; text-align: end; inline-size: 1px; --left: 1", []),
    ],
)
def test_what_is_physical_is_found(declaration, found):
    [rule] = rules_of(f"a {{ {declaration} }}")
    assert physical(rule) == found


@pytest.mark.parametrize(
    ("declaration", "found"),
    [
        ("color: #fff", ["#fff"]),
        ("border: 1px solid RED", ["RED"]),
        ("background: linear-gradient(var(--words), white)", ["white"]),
        ("color: oklch(40% 0.1 20)", ["oklch(40% 0.1 20)"]),
        ("color: var(--ink); fill: none; stroke: currentcolor; background: Highlight; background: transparent", []),
    ],
)
def test_a_raw_colour_is_found(declaration, found):
    [rule] = rules_of(f"a {{ {declaration} }}")
    assert raw_colours(rule) == found

"""Where the parts of a page stand and how large its type is, in px, as a browser has laid it out."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

NEAR = 2  # px: what rounding, and another machine's fonts, may move an edge
SCALE = ["note", "ui", "read", "h3", "h2", "h1", "name", "said-s", "said-m", "said-l", "said-xl"]

TYPE_SIZES = """() => {
    const sizes = {}, walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    for (let text; (text = walker.nextNode());) {
        const signs = text.data.trim().length, size = getComputedStyle(text.parentElement).fontSize;
        if (signs && text.parentElement.checkVisibility()) sizes[size] = (sizes[size] ?? 0) + signs;
    }
    return Object.entries(sizes).map(([size, signs]) => [parseFloat(size), signs]);
}"""
TOKEN_SIZES = """(names) => names.map((name) => {
    const probe = document.body.appendChild(document.createElement("span"));
    probe.style.setProperty("font-size", `var(--t-${name})`);
    const size = parseFloat(getComputedStyle(probe).fontSize);
    probe.remove();
    return size;
})"""
LOADED = """() => {
    const faces = [...document.fonts].filter((face) => face.status === "loaded");
    return faces.map((face) => face.family.replaceAll('"', ""));
}"""


@dataclass(frozen=True)
class Box:
    """The border box of an element, from the page's own beginning."""

    left: int
    top: int
    right: int
    bottom: int

    def is_beside(self, other: "Box") -> bool:
        """Say whether it stands after another one in the same rows."""
        return self.left >= other.right - NEAR and self.top < other.bottom

    def is_below(self, other: "Box") -> bool:
        return self.top >= other.bottom - NEAR and abs(self.left - other.left) <= NEAR


def boxes(page: Page, selector: str) -> list[Box]:
    """Return the boxes of the elements that are laid out."""
    found: list[list[float]] = page.evaluate(
        """(selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility()).map((one) => {
            const box = one.getBoundingClientRect();
            return [box.left + scrollX, box.top + scrollY, box.right + scrollX, box.bottom + scrollY];
        })""",
        selector,
    )
    return [Box(*map(round, box)) for box in found]


def style(page: Page, selector: str, name: str) -> str:
    """Return a computed property of the first element that a selector finds."""
    value: str = page.locator(selector).first.evaluate("(one, name) => getComputedStyle(one)[name]", name)
    return value


def type_sizes(page: Page) -> dict[float, int]:
    """Return how many signs of the page's content stand in each size, in px."""
    sizes: list[Any] = page.evaluate(TYPE_SIZES)
    return dict(sizes)


def token_sizes(page: Page) -> dict[str, float]:
    """Return the sizes of the type scale in this window, in px."""
    return dict(zip(SCALE, page.evaluate(TOKEN_SIZES, SCALE), strict=True))


def loaded_families(page: Page) -> set[str]:
    """Wait until the fonts that the page needs have arrived, and name their families."""
    page.evaluate("document.fonts.ready.then(() => true)")
    return set(page.evaluate(LOADED))

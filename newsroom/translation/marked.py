"""The words that templates and code mark for translation, each with where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.extract import DEFAULT_KEYWORDS, extract
from django.conf import settings
from django.utils.translation.template import templatize

CODE = ("accounts", "api", "articles", "desk", "newsroom", "search")
KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


@dataclass(frozen=True, slots=True)
class MarkedWords:
    """Words marked for translation: in English, with their plural and what tells them from equal ones, where given."""

    words: str
    plural: str
    context: str
    where: str

    @property
    def key(self) -> tuple[str, ...] | str:
        """The words as a catalogue has them."""
        return (self.words, self.plural) if self.plural else self.words


def marked_words() -> Iterator[MarkedWords]:
    """Yield everything that is marked, file by file, in the order of the files."""
    root = Path(settings.BASE_DIR)
    for path in sorted((root / "templates").rglob("*.html")):
        yield from _in(_as_python(path), path.relative_to(root).as_posix())
    for folder in CODE:
        for path in sorted((root / folder).rglob("*.py")):
            yield from _in(path.read_text(encoding="utf-8"), path.relative_to(root).as_posix())


def _as_python(path: Path) -> str:
    """Return a template as Django turns it for gettext; without the blanks at its margin, which Python would count."""
    text = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    return "\n".join(line.lstrip() for line in text.splitlines())


def _in(code: str, where: str) -> Iterator[MarkedWords]:
    for _, found, _, context in extract("python", BytesIO(code.encode()), keywords=KEYWORDS):
        words, plural = (found[0], found[1]) if isinstance(found, tuple) else (found, "")
        if words:
            yield MarkedWords(words, plural, context or "", where)

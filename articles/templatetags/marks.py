"""Marks quotations, people and countries in a paragraph's text: `{% marked paragraph first=page.first_mentions %}`.

Without `first` no name is marked, as in headings.

A page that marks more gives `further_marks` in its context: the marks of each paragraph, by its key.

`cut` is the plain part: it cuts a text at its marks into properly nested pieces, however the marks overlap. Only
`format_html` puts pieces together, so that whatever an article says stays text.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Self

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from articles.models import Mention, Paragraph, Quotation, QuotationSpan
from articles.templatetags.wording import who_said

register = template.Library()

WORDS_FOR = {"name": "named", "people": "by its people", "capital": "by its capital", "government": "by its government"}


@dataclass(frozen=True, slots=True)
class TextMark:
    """A half-open stretch of a text, what it is, and where it leads: the stretch itself or a sign at its end.

    `key` is the id by which an address leads to it, once on a page; `number` is raised at its end, where it has one.
    """

    start: int
    end: int
    css: str
    title: str = ""
    href: str = ""
    entry: str = ""
    key: str = ""
    number: int = 0

    @property
    def is_link(self) -> bool:
        return bool(self.href)

    def moved(self, by: int) -> Self:
        """Return the mark as many code points further on (back where negative)."""
        return replace(self, start=self.start + by, end=self.end + by)


@dataclass(frozen=True, slots=True)
class Opened:
    """A mark begins here (`first`), or goes on after one that it overlaps had to be closed."""

    mark: TextMark
    first: bool


@dataclass(frozen=True, slots=True)
class Closed:
    """A mark ends here, for good (`last`) or to go on in the next piece."""

    mark: TextMark
    last: bool


MarkedPiece = Opened | Closed | str


def cut(text: str, marks: Iterable[TextMark]) -> Iterator[MarkedPiece]:
    """Cut a text into its pieces, in order; the text pieces joined are the text, and marks close as they opened.

    A mark that reaches beyond the text ends with it; an empty one is left out. Of two that begin together the longer
    one lies outside.
    """
    inside = [mark for mark in marks if max(mark.start, 0) < min(mark.end, len(text))]
    waiting = sorted(inside, key=lambda mark: (max(mark.start, 0), -mark.end))[::-1]
    places = sorted({0, len(text), *(place for m in inside for place in (m.start, m.end) if 0 < place < len(text))})
    open_marks: list[TextMark] = []
    for place, following in zip(places, [*places[1:], None], strict=True):
        yield from _close(open_marks, place, len(text))
        while waiting and waiting[-1].start <= place:
            open_marks.append(waiting.pop())
            yield Opened(open_marks[-1], first=True)
        if following is not None:
            yield text[place:following]


def _close(open_marks: list[TextMark], place: int, length: int) -> Iterator[MarkedPiece]:
    """Close the marks that end here; those opened within them are closed too and opened again."""
    going_on: list[TextMark] = []
    while any(min(mark.end, length) <= place for mark in open_marks):
        mark = open_marks.pop()
        ends = min(mark.end, length) <= place
        yield Closed(mark, last=ends)
        if not ends:
            going_on.append(mark)
    for mark in reversed(going_on):
        open_marks.append(mark)
        yield Opened(mark, first=False)


def render(text: str, marks: Iterable[TextMark]) -> SafeString:
    """Return the text as HTML with its marks as elements. A link never lies in a link: the outer one leads."""
    html: list[SafeString] = []
    tags: list[str] = []
    for piece in cut(text, marks):
        if isinstance(piece, Opened):
            tags.append(_tag(piece.mark, tags))
            html.append(_opening(tags[-1], piece.mark, piece.first))
        elif isinstance(piece, Closed):
            html.append(format_html("</{}>", tags.pop()))
            if piece.last and piece.mark.entry and "a" not in tags:
                html.append(_sign(piece.mark))
            if piece.last and piece.mark.number:
                html.append(format_html('<sup class="evidence-number">{}</sup>', piece.mark.number))
        else:
            html.append(format_html("{}", piece))
    return mark_safe("".join(html))  # noqa: S308 -- every piece comes from format_html


def _tag(mark: TextMark, around: list[str]) -> str:
    if not mark.is_link:
        return "mark"
    return "span" if "a" in around else "a"


def _opening(tag: str, mark: TextMark, first: bool) -> SafeString:
    """The tag that opens a piece of a mark; only the first has its id, since an id is there once."""
    key = format_html(' id="{}"', mark.key) if mark.key and first else ""
    if tag == "a":
        return format_html('<a class="{}" href="{}" title="{}"{}>', mark.css, mark.href, mark.title, key)
    return format_html('<{} class="{}" title="{}"{}>', tag, mark.css, mark.title, key)


def _sign(mark: TextMark) -> SafeString:
    """The link at a quotation's end to its own page; without text, so that copying a passage copies its words."""
    return format_html('<a class="to-quotation" href="{}" aria-label="{}"></a>', mark.entry, f"{mark.title}: its page")


def quotation_mark(span: QuotationSpan) -> TextMark:
    """Return the mark of a stretch of a quotation, which leads to its own page; the first has its address, `#q7`."""
    quotation = span.quotation
    speakers = ", ".join(map(str, quotation.attributed))
    what = "Reported words" if quotation.kind == Quotation.Kind.INDIRECT else "Quotation"
    title = f"{what} of {speakers}" if speakers else f"{what}, {who_said(quotation)}" if quotation.is_unsure else what
    key = f"q{quotation.pk}-{span.ordinal + 1}" if span.ordinal else f"q{quotation.pk}"
    page = reverse("quotation", args=[quotation.pk])
    return TextMark(span.start, span.end, f"quotation {quotation.kind}", title, entry=page, key=key)


def editors_mark(mention: Mention) -> TextMark:
    """Return the mark as editors see it who put an article right: it shows, and leads to its correction."""
    mark = mention_mark(mention, first=True)
    return replace(mark, title=f"{mark.title}: put it right", href=reverse("correct-mention", args=[mention.pk]))


def mention_mark(mention: Mention, first: bool) -> TextMark:
    """Return the mark of a place that names a person or a country, which leads to their page; the first one shows."""
    css = " first" if first else ""
    if person := mention.person:
        return TextMark(mention.start, mention.end, f"person{css}", person.name, person.get_absolute_url())
    if country := mention.country:
        title = f"{country.name} ({WORDS_FOR.get(mention.by, 'by a place in it')})"
        return TextMark(mention.start, mention.end, f"country{css}", title, country.get_absolute_url())
    raise ValueError("a mention names a person or a country")


@register.simple_tag(takes_context=True)
def marked(context: Context, paragraph: Paragraph, first: Collection[int] | None = None) -> SafeString:
    """Return a paragraph's text with its prefetched quotations and mentions, and what the page adds, marked.

    `first` are the keys of the mentions that name somebody for the first time. Where the page is `editing`, names lead
    to their corrections.
    """
    marks = [quotation_mark(span) for span in paragraph.quotation_spans.all()]
    if context.get("editing"):
        marks += [editors_mark(mention) for mention in paragraph.mentions.all()]
    elif first is not None:
        marks += [mention_mark(mention, mention.pk in first) for mention in paragraph.mentions.all()]
    further: dict[int, list[TextMark]] = context.get("further_marks") or {}
    marks += further.get(paragraph.pk, [])
    return render(paragraph.text, marks)


@register.simple_tag
def marked_passage(text: str, marks: Iterable[TextMark]) -> SafeString:
    """Return a text with its marks."""
    return render(text, marks)

"""Articles that were never stored, with texts that formats of references stumble over."""

from datetime import UTC, datetime

from articles.models import Article, Publisher, Section

HOSTILE = [
    "Two { open, one } closed",
    "}, title = {Forged",
    "Harbour\nTY  - BOOK\nER  - \nTY  - BOOK",
    "Line\u2028separator\x85and\x0bothers\r\nER  - ",
    "Back\\slash, 100% of $5 & #1_a ~b ^c",
    "Ferry ⛴️ and 👩🏽‍✈️, from Kraków to 東京",
    "@book{forged, title={x}}",
    '“Quoted” "straight" ‘single’ -- and --- dashes',
    "=HYPERLINK(1) %0a",
    "control\x00\x1b signs",
]


def unsaved(**values) -> Article:
    """Return an article with everything known, or with these values in its place."""
    known = {
        "pk": 5,
        "title": "New harbour opens",
        "byline": "By Mara Lind and Jo van der Holm Jr",
        "publisher": Publisher(name="Harbour Post"),
        "section": Section(name="Shipping"),
        "published": "2021-03-07T13:00+01:00",
        "published_from": datetime(2021, 3, 7, 12, tzinfo=UTC),
        "language": "English",
        "url": "https://post.example/harbour?a=1&b=%7e",
        "opening_text": "The ferry minister opened a harbour.",
    } | values
    opening = known.pop("opening_text")
    article = Article(**known)
    setattr(article, "opening_text", opening)  # noqa: B010 -- as list pages annotate it
    return article

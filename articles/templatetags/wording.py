"""Filters that put the archive's values into a reader's words."""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from babel import Locale, UnknownLocaleError
from django import template
from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext, gettext_noop

from articles.content.language_tags import normal_language
from articles.extraction.certainty import certainty_of
from articles.extraction.languages.codes import known_code
from articles.models.paragraph import kind_label

register = template.Library()

PARTS = re.compile(r"(?P<date>\d{4}(?:-\d\d){0,2})(?:T(?P<time>[\d:]+)(?P<zone>Z|[+-]\d\d:\d\d)?)?")
FORMATS = {4: "Y", 7: gettext_noop("F Y"), 10: gettext_noop("j F Y")}  # Django's, by the length of an ISO date
CERTAINTY_WORDS = (gettext_noop("checked"), gettext_noop("sure"), gettext_noop("likely"), gettext_noop("unsure"))
UNSURE_WHO = "unsure who said it"
SIZES = ("xl", "l", "m", "s")  # of words that somebody said, the largest first
SIZE_TO = {"xl": 80, "l": 160}  # signs up to which words may be set so, among others
ALONE_TO = {"xl": 200, "l": 400}  # and on the quotation's own page
WORDS_OF = {True: "yes", False: "no", None: ""}
HOW_NAMED = {"name": "name", "people": "people", "capital": "capital", "government": "government"}


@register.filter
def lang_attribute(language: str) -> str:
    """Return the attribute that tells a reader's software which language a text is in (WCAG 3.1.2): ` lang="de-AT"`.

    `language` is what the source says, as a tag or a name; nothing comes back for what names no language.
    """
    tag = _tag(language)
    return format_html(' lang="{}"', tag) if tag else ""


@register.filter
def dir_attribute(language: str) -> str:
    """Return the attribute for the direction of a text in a language, ` dir="rtl"`; nothing where that is unknown."""
    tag = _tag(language)
    try:
        direction = Locale.parse(tag, sep="-").text_direction if tag else ""
    except (UnknownLocaleError, ValueError):
        direction = ""
    return format_html(' dir="{}"', direction) if direction else ""


def _tag(language: str) -> str:
    try:
        return normal_language(language)
    except ValueError:
        return known_code(language)


@register.filter
def date_words(iso: str) -> str:
    """Write a date at the precision it has: "March 2022", "18 March 2022, 13:00 (UTC+01:00)".

    What is no date of the calendar comes back as it is.
    """
    parts = PARTS.fullmatch(iso or "")
    if parts is None:
        return iso or ""
    date = parts["date"]
    try:
        day = datetime.fromisoformat((date + "-01-01")[:10])
    except ValueError:
        return iso
    written = gettext(FORMATS[len(date)]).replace("Y", str(day.year))  # which Django would write with four digits
    return date_format(day, written) + _time_words(parts["time"], parts["zone"])


@register.filter
def day_words(iso: str) -> str:
    """Write a date without its time of day, for where little room is."""
    return date_words((iso or "").partition("T")[0])


def _time_words(time: str | None, zone: str | None) -> str:
    if not time:
        return ""
    return f", {time}" + (" UTC" if zone == "Z" else f" (UTC{zone})" if zone else "")


@register.filter
def web_address(url: str) -> str:
    """Return the address when it is one a reader may safely follow (http or https), else nothing."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme in ("http", "https") and parts.netloc else ""


@register.filter
def confidence_label(confidence: float) -> str:
    """Say in a word how sure the extractor is."""
    return certainty_of(confidence).value


@register.filter
def who_said(quotation: Any) -> str:
    """Say in a line of text who said a quotation: names; where that is unsure, the article's own words for them."""
    if quotation.is_unsure:
        return f"{UNSURE_WHO} (“{quotation.described}”)" if quotation.described else UNSURE_WHO
    return " and ".join(map(str, quotation.attributed)) or "speaker unknown"


@register.filter
def or_perhaps(quotation: Any) -> str:
    """Say who may have said a quotation in the place of whose name stands on it: ", or perhaps Y"; else nothing."""
    return f", or perhaps {' or '.join(map(str, quotation.perhaps))}" if quotation.perhaps else ""


@register.filter
def in_ten(confidence: float) -> str:
    """Say a probability between 0 and 1 in tenths: "3 in 10"."""
    return f"{round(10 * confidence)} in 10"


@register.filter
def count_unsure(utterances: Iterable[Any]) -> int:
    """Count those of an article's utterances (articles.queries.voices) whose speaker is unsure and not corrected."""
    return sum(one.quotation.is_unsure for one in utterances)


@register.filter
def times(count: int) -> str:
    """Say how often something is so: "once", "twice", "1,204 times"."""
    if count in (1, 2):
        return gettext("once") if count == 1 else gettext("twice")
    return gettext("%(count)s times") % {"count": intcomma(count)}


@register.filter
def how_named(ways: list[str]) -> str:
    """Say by what a country is named: "name, people"."""
    return ", ".join(dict.fromkeys(HOW_NAMED.get(way, "a place in it") for way in ways))


@register.filter
def value_words(value: Any) -> str:
    """Write the JSON form of a value that can be corrected as one text: "" for nothing.

    A text as it is, people and the like with what they are, anything else with its parts.
    """
    if isinstance(value, dict) and value.keys() >= {"name", "kind"}:
        return f"{value['name']} ({value['kind']})"
    if isinstance(value, dict) and value.keys() >= {"words", "places"}:  # of a quotation
        return str(value["words"])
    if isinstance(value, dict):
        return ", ".join(f"{name}: {value_words(part)}" for name, part in value.items() if part not in (None, "", []))
    if isinstance(value, list):
        return ", ".join(map(value_words, value))
    return WORDS_OF[value] if value is None or isinstance(value, bool) else str(value)


@register.filter
def kind_words(kind: str) -> str:
    """Write the kind of a paragraph as pages call it."""
    return kind_label(kind)


@register.filter
def said_size(words: str, largest: str = "l") -> str:
    """Return the size in which words are set, by their length: "xl", "l", "m" or "s", never above the largest.

    In place of the largest, "alone" stands for the quotation's own page, where longer words may be as large.
    """
    return _size(words, ALONE_TO) if largest == "alone" else max(_size(words, SIZE_TO), largest, key=SIZES.index)


def _size(words: str, limits: dict[str, int]) -> str:
    return next((size for size, most in limits.items() if len(words) <= most), "m")

"""The kinds of paragraph, known to what reads articles and to what finds things in them alike."""

from enum import StrEnum


class PassageKind(StrEnum):
    """What part a paragraph plays in its article."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    BODY = "body"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    CREDIT = "credit"
    IMAGE_DESCRIPTION = "image_description"
    NOTE = "note"
    BOILERPLATE = "boilerplate"

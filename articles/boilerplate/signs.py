"""By what a paragraph is known to be no text of its article."""

from enum import StrEnum


class Sign(StrEnum):
    """What kind of line a paragraph is that is no article text."""

    ADVERT = "advert"
    SIGN_UP = "sign-up line"
    RELATED_LINK = "related link"
    PLAYER = "player"
    FURNITURE = "page furniture"
    COPYRIGHT = "copyright"
    CONTRIBUTION = "contribution"
    CONTACT = "contact"
    EDITORS_NOTE = "editor's note"
    DATE_LINE = "date line"
    CAPTION = "caption"
    CREDIT = "credit"
    ABOUT_AUTHOR = "about the author"
    REPEATED = "repeated"
    CODE = "code"
    POLL = "poll"

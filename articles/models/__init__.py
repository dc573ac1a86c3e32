"""The archive's tables, one module a noun. Constraints live here, workflows do not."""

from .article import Article
from .change import Change
from .correction import Correction
from .country import Country
from .mention import Mention
from .offer import PersonDecision, PersonOffer
from .paragraph import Paragraph
from .person import Alias, NameKey, Person, Role
from .publisher import Publisher
from .quotation import Quotation, QuotationSpan, Speaker
from .story import CopyKey, CopyPair, StoryMember
from .subject import Subject

__all__ = [
    "Alias",
    "Article",
    "Change",
    "CopyKey",
    "CopyPair",
    "Correction",
    "Country",
    "Mention",
    "NameKey",
    "Paragraph",
    "Person",
    "PersonDecision",
    "PersonOffer",
    "Publisher",
    "Quotation",
    "QuotationSpan",
    "Role",
    "Speaker",
    "StoryMember",
    "Subject",
]

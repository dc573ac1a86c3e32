"""The archive's tables, one module a noun. Constraints live here, workflows do not."""

from .alias import Alias
from .article import Article
from .article_version import ArticleVersion
from .barred_content import BarredContent
from .change import Change
from .correction import Correction
from .country import Country
from .edited_role import EditedRole
from .mention import Mention
from .merge_candidate import MergeCandidate, MergeDecision
from .paragraph import Paragraph
from .person import BlockingKey, Person, Role
from .person_in_article import PersonInArticle
from .publisher import Publisher, PublisherAlias
from .publisher_candidate import PublisherCandidate, PublisherDecision, PublisherKey
from .publisher_naming import PublisherNaming
from .quotation import Quotation, QuotationSpan, Speaker
from .section import Section, SectionAlias
from .source_conflict import SourceConflict
from .spelling_key import SpellingKey
from .standing_line import StandingLine
from .story import NearDuplicatePair, SketchHash, StoryMember
from .subject import Subject
from .tombstone import ErasedQuotation, Tombstone
from .withdrawal import Withdrawal, WithdrawalKind
from .withheld_person import WithheldPerson

__all__ = [
    "Alias",
    "Article",
    "ArticleVersion",
    "BarredContent",
    "BlockingKey",
    "Change",
    "Correction",
    "Country",
    "EditedRole",
    "ErasedQuotation",
    "Mention",
    "MergeCandidate",
    "MergeDecision",
    "NearDuplicatePair",
    "Paragraph",
    "Person",
    "PersonInArticle",
    "Publisher",
    "PublisherAlias",
    "PublisherCandidate",
    "PublisherDecision",
    "PublisherKey",
    "PublisherNaming",
    "Quotation",
    "QuotationSpan",
    "Role",
    "Section",
    "SectionAlias",
    "SketchHash",
    "SourceConflict",
    "Speaker",
    "SpellingKey",
    "StandingLine",
    "StoryMember",
    "Subject",
    "Tombstone",
    "Withdrawal",
    "WithdrawalKind",
    "WithheldPerson",
]

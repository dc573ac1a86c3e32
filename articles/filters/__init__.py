"""The filters of the archive's lists: one module a list, and what they are made of."""

from .articles import ArticleFilter
from .base import CountryFilter, ListFilter
from .conflicts import ConflictFilter
from .corrections import CorrectionFilter
from .people import PersonFilter
from .period import Period, PeriodField, PeriodFilter
from .person import PeopleFilter, PersonField
from .publishers import PublisherListFilter, publishers_in_use
from .to_look_at import LostFindingFilter

__all__ = [
    "ArticleFilter",
    "ConflictFilter",
    "CorrectionFilter",
    "CountryFilter",
    "ListFilter",
    "LostFindingFilter",
    "PeopleFilter",
    "Period",
    "PeriodField",
    "PeriodFilter",
    "PersonField",
    "PersonFilter",
    "PublisherListFilter",
    "publishers_in_use",
]

"""The filters of the archive's lists: one module a list, and what they are made of."""

from .articles import ArticleFilter
from .base import CountryFilter, ListFilter
from .conflicts import ConflictFilter
from .corrections import CorrectionFilter
from .people import PersonFilter
from .period import Period, PeriodField, PeriodFilter
from .person import PeopleFilter, PersonField
from .publishers import PublisherListFilter, publishers_in_use
from .quotations import QuotationFilter

__all__ = [
    "ArticleFilter",
    "ConflictFilter",
    "CorrectionFilter",
    "CountryFilter",
    "ListFilter",
    "PeopleFilter",
    "Period",
    "PeriodField",
    "PeriodFilter",
    "PersonField",
    "PersonFilter",
    "PublisherListFilter",
    "QuotationFilter",
    "publishers_in_use",
]

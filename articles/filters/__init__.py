"""The filters of the archive's lists: one module a list, and the fields they are made of."""

from .articles import ArticleFilter
from .fields import ListFilter, Period, PeriodField, PersonField
from .people import PersonFilter
from .quotations import QuotationFilter

__all__ = [
    "ArticleFilter",
    "ListFilter",
    "Period",
    "PeriodField",
    "PersonField",
    "PersonFilter",
    "QuotationFilter",
]

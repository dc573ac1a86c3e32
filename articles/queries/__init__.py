"""What pages read, one module a noun.

Every function costs a fixed number of queries, however many rows it returns. Lists are read in two steps: a page of
keys in order (filters decide which), then `…_entries(keys)`, which fetch those rows with all that their entry shows.
"""

from .articles import ArticleEntry, ArticlePage, article_entries, article_page
from .autocomplete import autocomplete_people, roles_of
from .counted import CountedEntity
from .countries import CountryPage, countries_with_counts, country_page
from .ordering import newest_first, oldest_first
from .people import PersonEntry, PersonPage, people_entries, person_page, shown_people
from .quotations import QuotationEntry, QuotationPage, about, quotation_entries, quotation_page
from .stories import Copies, copies_of

__all__ = [
    "ArticleEntry",
    "ArticlePage",
    "Copies",
    "CountedEntity",
    "CountryPage",
    "PersonEntry",
    "PersonPage",
    "QuotationEntry",
    "QuotationPage",
    "about",
    "article_entries",
    "article_page",
    "autocomplete_people",
    "copies_of",
    "countries_with_counts",
    "country_page",
    "newest_first",
    "oldest_first",
    "people_entries",
    "person_page",
    "quotation_entries",
    "quotation_page",
    "roles_of",
    "shown_people",
]

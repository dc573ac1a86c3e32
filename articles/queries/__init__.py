"""What pages read, one module a noun.

Every function costs a fixed number of queries, however many rows it returns. Lists are read in two steps: a page of
keys in order (filters decide which), then `…_entries(keys)`, which fetch those rows with all that their entry shows.
"""

from .articles import ArticlePage, article_entries, article_page
from .autocomplete import suggested_people, with_roles
from .countries import CountryPage, countries_with_counts, country_page
from .in_use import countries_met, people_met
from .ordering import newest_first, oldest_first
from .people import PersonPage, people_entries, person_page, shown_people
from .quotations import about, beside_country, quotation_entries, quotations_said
from .stories import Copies, copies_of

__all__ = [
    "ArticlePage",
    "Copies",
    "CountryPage",
    "PersonPage",
    "about",
    "article_entries",
    "article_page",
    "beside_country",
    "copies_of",
    "countries_met",
    "countries_with_counts",
    "country_page",
    "newest_first",
    "oldest_first",
    "people_entries",
    "people_met",
    "person_page",
    "quotation_entries",
    "quotations_said",
    "shown_people",
    "suggested_people",
    "with_roles",
]

"""What the search page teaches before anything is asked; a test searches for each of them."""

from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlencode

from search.engines.port import Unit


@dataclass(frozen=True, slots=True)
class QueryExample:
    """Words to type, and what they find.

    `unit` is what they are searched in, where that is not paragraphs; an `illustration` is of things that an archive
    may not have.
    """

    words: str
    meaning: str
    unit: Unit | Literal[""] = ""
    illustration: bool = False

    @property
    def query_string(self) -> str:
        """The words as the query string of an address."""
        return urlencode({"q": self.words} | ({"unit": self.unit} if self.unit else {}))


EXAMPLES = (
    QueryExample("war peace", "with both words, in any of their forms"),
    QueryExample('"deputy secretary of state"', "with exactly these words in a row"),
    QueryExample("sanctions OR embargo", "with either"),
    QueryExample("election -poll", "with the one and without the other"),
    QueryExample("diplom*", "with any word that begins like this"),
    QueryExample("security in:quotes", "where the word is in what somebody said"),
    QueryExample("speaker:merkel europe", "where a person, a country or an organisation of that name is quoted"),
    QueryExample("about:russia speaker:merkel in:quotes", "where what somebody said speaks of that person or country"),
    QueryExample("flood after:2019 before:2021-07", "published in that time"),
)

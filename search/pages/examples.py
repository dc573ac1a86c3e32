"""What the search page teaches before anything is asked; a test searches for each of them."""

from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True)
class Example:
    """Words to type, and what they find."""

    words: str
    meaning: str

    @property
    def query_string(self) -> str:
        """The words as the query string of an address."""
        return urlencode({"q": self.words})


EXAMPLES = (
    Example("war peace", "with both words, in any of their forms"),
    Example('"deputy secretary of state"', "with exactly these words in a row"),
    Example("sanctions OR embargo", "with either"),
    Example("election -poll", "with the one and without the other"),
    Example("(war OR invasion) talks", "with “talks” and one of the two"),
    Example("diplom*", "with any word that begins like this"),
    Example("security in:quotes", "where the word is in what somebody said"),
    Example("aid in:titles", "that are titles with the word"),
    Example("speaker:merkel europe", "where a person, a country or an organisation of that name is quoted"),
    Example("about:russia speaker:merkel in:quotes", "where what somebody said speaks of that person or country"),
    Example("country:ukraine winter", "that name the country, its people or a place in it"),
    Example("publisher:reuters oil", "of one publisher"),
    Example("flood after:2019 before:2021-07", "published in that time"),
)

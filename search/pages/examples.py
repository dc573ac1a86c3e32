"""What the search page teaches before anything is asked; a test searches for each of them."""

from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True)
class Example:
    """Words to type, and what they find; an illustration is of things that an archive may not have."""

    words: str
    meaning: str
    unit: str = ""
    illustration: bool = False

    @property
    def query_string(self) -> str:
        """The words as the query string of an address."""
        return urlencode({"q": self.words} | ({"unit": self.unit} if self.unit else {}))


EXAMPLES = (
    Example("war peace", "with both words, in any of their forms"),
    Example('"deputy secretary of state"', "with exactly these words in a row"),
    Example("sanctions OR embargo", "with either"),
    Example("election -poll", "with the one and without the other"),
    Example("diplom*", "with any word that begins like this"),
    Example("security in:quotes", "where the word is in what somebody said"),
    Example("speaker:merkel europe", "where a person, a country or an organisation of that name is quoted"),
    Example("about:russia speaker:merkel in:quotes", "where what somebody said speaks of that person or country"),
    Example("flood after:2019 before:2021-07", "published in that time"),
)

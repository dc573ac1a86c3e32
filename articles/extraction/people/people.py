"""The people of an article: a recogniser says which words name people, `joining` which of them are the same person.

In: an analysed article. Out: `Cast`, the people in the order of their first mention with every mention's place.
"""

from ..recognisers import Recogniser, recogniser_named
from ..text.analysis import AnalysedArticle
from .cast import Cast
from .joining import cast_from
from .tidying import tidied


def cast_of(article: AnalysedArticle, recogniser: Recogniser | None = None) -> Cast:
    """Find the people of an article, by the built-in recogniser where no other is given."""
    return cast_from(article, tidied(article, (recogniser or recogniser_named()).names_in(article)))

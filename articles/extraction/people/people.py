"""The people of an article: a recogniser says which words name people, coreference which names are the same person's.

In: an analysed article. Out: `PersonEntities`, the people in the order of their first mention with every mention's
place.
"""

from ..recognisers import Recogniser, recogniser_named
from ..text.analysis import AnalysedArticle
from .caption_names import with_caption_names
from .coreference import cluster_mentions
from .cut_names import with_whole_names
from .entities import PersonEntities
from .initials import with_initials
from .name_boundaries import correct_boundaries


def find_people(article: AnalysedArticle, recogniser: Recogniser | None = None) -> PersonEntities:
    """Find the people of an article, by the built-in recogniser where no other is given."""
    spans = correct_boundaries(article, (recogniser or recogniser_named()).names_in(article))
    entities = cluster_mentions(article, with_initials(article, with_whole_names(article, spans)))
    return with_caption_names(article, entities)

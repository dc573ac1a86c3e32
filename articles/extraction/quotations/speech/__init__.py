"""What tells speech from terms: what can be seen of marked words, as feature strings for a learnt decision.

features puts together what the words themselves show (inside), what stands beside the marks (beside), how the article
speaks (article_signs) and what the rules make of the words (rules). No feature names a person or a place: words beside
the marks count only as small words.
"""

from .article_signs import ArticleSigns
from .features import speech_features

__all__ = ["ArticleSigns", "speech_features"]

"""The progress bar of the commands: only where somebody watches a terminal."""

from collections.abc import Iterator
from contextlib import contextmanager

from tqdm import tqdm

from articles.models import Article
from search.indexing.rebuild import Progress


@contextmanager
def article_progress(words: str) -> Iterator[Progress]:
    """Show how many of the archive's articles are done."""
    with tqdm(total=Article.objects.count(), desc=words, unit=" articles", disable=None) as bar:
        yield bar.update

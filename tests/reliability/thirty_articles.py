"""An archive of thirty articles, which other processes see too, and corrections of their titles."""

import json
from pathlib import Path

from tests.reliability.installation import Installation

ARTICLES = 30
TEXT = (
    "The ferry minister, Amara Okafor, opened another harbour in Lisbon on Monday.",
    "“Nobody will wait for a boat again,” Okafor told reporters.",
    "The port of Lisbon said that ferries from Morocco would call twice a day, as the ships of Spain do.",
)
CORRECTING = (
    "UPDATE articles_article SET title = '{title}', revision = revision + 1 WHERE {articles}",
    """UPDATE articles_paragraph SET text = '{title}' WHERE kind = 'title'
        AND article_id IN (SELECT id FROM articles_article WHERE {articles})""",
    """INSERT INTO articles_change (article_id, revision, kind, fields, at)
        SELECT id, revision, 'corrected', '["title"]', CURRENT_TIMESTAMP FROM articles_article WHERE {articles}""",
)


def thirty_articles(folder: Path) -> Installation:
    """Make the archive in a folder, by the commands its keepers use; it has no index yet."""
    archive = Installation(folder)
    lines = (json.dumps({"id": f"test:{n}", "title": f"Harbour {n}", "paragraphs": TEXT}) for n in range(ARTICLES))
    (folder / "harbours.jsonl").write_text("\n".join(lines))
    archive.run("migrate", "--verbosity=0")
    archive.run("import_articles", str(folder / "harbours.jsonl"))
    return archive


def correct_titles(archive: Installation, title: str, articles: str = "1=1") -> None:
    """Give all articles, or those that a condition in SQL names, a title, as editors do, though from outside."""
    archive.database.execute(*(words.format(title=title, articles=articles) for words in CORRECTING))

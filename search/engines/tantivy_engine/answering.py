"""One request → one answer, put together from steps."""

from search.engines.port import EngineAnswer, EngineRequest
from search.engines.tantivy_engine.counting import counted
from search.engines.tantivy_engine.filtering import narrowed
from search.engines.tantivy_engine.grouping import Grouped
from search.engines.tantivy_engine.matching import Matching
from search.engines.tantivy_engine.reader import Reader


def answer(reader: Reader, request: EngineRequest) -> EngineAnswer:
    """Answer a request from one snapshot. Raises SearchTooLong between steps."""
    words = Matching(reader, request.unit).among_all(request.query)
    narrow = narrowed(words, request.filters)
    found = narrow.without()
    documents, articles = reader.different(found, "article")
    page = Grouped(reader, request, found, articles).page()
    facets, timeline = counted(reader, narrow, request)
    return EngineAnswer(
        documents=documents,
        articles=articles,
        groups_in_all=page.groups_in_all,
        page=page.number,
        pages=page.pages,
        groups=page.groups,
        facets=facets,
        timeline=timeline,
    )

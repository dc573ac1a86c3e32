"""One engine serves many threads, while another writes: answers are of one committed state each."""

from concurrent.futures import ThreadPoolExecutor

from search.engines.port import EngineRequest
from search.engines.whoosh_engine.engine import WhooshEngine
from search.language.reading import read

WRITES = 12
QUERIES = ("war", '"another war"', "wa*", "war -peace", "title:war OR war")


def test_threads_search_while_another_writes(fill, document, batch, tmp_path):
    fill(document(1, 1, "another war"))
    reader = WhooshEngine(tmp_path / "engine")

    def search(number: int) -> int:
        return reader.search(EngineRequest(read(QUERIES[number % len(QUERIES)]).query)).documents

    with ThreadPoolExecutor(8) as threads:
        answers = [threads.submit(search, number) for number in range(60)]
        for number in range(2, WRITES + 2):
            WhooshEngine(tmp_path / "engine").write(batch(document(number, number, "another war"), reached=number))
            answers += [threads.submit(search, place) for place in range(10)]
    assert {answer.result() for answer in answers} <= set(range(1, WRITES + 2))
    assert search(0) == WRITES + 1

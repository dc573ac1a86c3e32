"""However long an article is, each of its sentences takes as much time, even where all stand in one paragraph."""

import pytest

from articles.extraction import extract
from articles.extraction.findings import Passage
from tests.costs import cpu_cost

TEXTS = (
    "“The ferry stays,” Holm said. He added that the quay “must” be rebuilt by Ida Holm.",
    "Karl Holm, the mayor of Oslo, said the port would close. “We shall see,” she said. “It is late.”",
    "The minister told reporters that Lind had promised a bridge. Critics called it “dead” and “a joke”.",
    "According to Mara Lind, the tolls rose. “No,” he said, “that is wrong.” Norway warned of delays.",
)


@pytest.mark.slow(reason="a long paragraph is read")
def test_time_grows_with_the_length_of_a_paragraph():
    def cost(times: int) -> float:
        return cpu_cost(lambda: extract([Passage(" ".join(TEXTS * times))]), times=2)

    cost(5)
    assert cost(320) < 13 * cost(40)

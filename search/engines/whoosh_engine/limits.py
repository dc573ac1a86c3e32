"""Up to what size this engine was measured, and what the benchmarks printed there. Both change only with a new run.

On a busy machine, each question for the first time: of 217,000 paragraphs one search in twenty took more than 16 ms of
CPU and one page in twenty more than 74, the slowest page of the hostile queries 0.26 s; of 1,000,000 it was 41, 94 and
0.81 s.
"""

MEASURED_DOCUMENTS = 1_000_000  # the most that the benchmark was run with
MEASURED = "one search in twenty took more than 41 ms of CPU, and one page in twenty more than 94"  # at that size


def advice(documents: int) -> str:
    """Return what was measured, for an index that holds more documents than that; empty for a smaller one."""
    if documents <= MEASURED_DOCUMENTS:
        return ""
    return (
        f"The whoosh engine was measured up to {MEASURED_DOCUMENTS:,}, where {MEASURED}; "
        "with each more, its searches and every process's memory grow."
    )

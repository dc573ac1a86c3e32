"""Up to what size this engine was measured, and what the benchmark printed there. Both change only with a new run."""

MEASURED_DOCUMENTS = 1_000_000  # the most that the benchmark was run with
MEASURED = "one search in twenty took more than 64 ms of CPU, and one page in twenty more than 126"  # at that size


def advice(documents: int) -> str:
    """Return what was measured, for an index that holds more documents than that; empty for a smaller one."""
    if documents <= MEASURED_DOCUMENTS:
        return ""
    return (
        f"The whoosh engine was measured up to {MEASURED_DOCUMENTS:,}, where {MEASURED}; "
        "with each more, its searches and every process's memory grow."
    )

"""Makes the shipped weights with their note: what they were learnt from, its licences, and their calibration."""

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from .calibration import fitted
from .crossvalidation import cross_validated
from .features import FEATURES
from .sets import SETS, taught_in
from .training import PARAMETERS, train

LICENCES = (
    "GUM, biographies, interviews and speeches (A. Zeldes and others): annotations CC BY 4.0, texts CC BY and CC BY-SA",
    "WikiGold (D. Balasuriya and others, 2009): CC BY 4.0",
    "Universal NER, English Web Treebank (S. Mayhew and others, 2024): CC BY-SA 4.0",
)


def make(folder: Path, to: Path) -> dict[str, Any]:
    """Write weights and note; return the note. Raises OSError where a set is missing."""
    articles = list(taught_in(folder))
    found = cross_validated(articles, [])
    originals = [article for article in articles if not article.copy]
    train(articles, to)
    note = {
        "features": FEATURES,
        "articles": len(originals),
        "names": sum(len(names) for article in originals for names in article.names),
        "sets": {name: _fingerprint(folder / f"{name}.jsonl.gz") for name in SETS},
        "licences": LICENCES,
        "parameters": PARAMETERS,
        "made": datetime.now(UTC).date().isoformat(),
        "calibration": fitted([(one.sure, one.right) for seen in found.values() for one in seen]),
    }
    (to / "note.json").write_text(json.dumps(note, indent=1) + "\n", encoding="utf-8")
    return note


def _fingerprint(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()

"""Build the shipped weights with their note: what they were learnt from, its licences, and their calibration."""

import hashlib
import json
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ..decisions.calibration import fit_calibration
from ..recognisers.features import FEATURES
from .crossvalidation import PredictedMention, cross_validate
from .datasets import DATASETS, TrainingArticle, read_datasets
from .train import PARAMETERS, train

LICENCES = (
    "GUM, biographies, interviews and speeches (A. Zeldes and others): annotations CC BY 4.0, texts CC BY and CC BY-SA",
    "WikiGold (D. Balasuriya and others, 2009): CC BY 4.0",
    "Universal NER, English Web Treebank (S. Mayhew and others, 2024): CC BY-SA 4.0",
)


def build_weights(folder: Path, to: Path) -> dict[str, Any]:
    """Train on the data sets of a folder, cross-validate for the calibration, write weights and note; return the note.

    They are made aside and take the old ones' place when all are there. Raises OSError where a set is missing,
    ValueError where one is damaged or none of them names anybody.
    """
    articles = list(read_datasets(folder))
    originals = [article for article in articles if not article.augmented]
    if not any(names for article in originals for names in article.names):
        raise ValueError("no article of the sets names anybody")
    found = cross_validate(articles, [])
    with tempfile.TemporaryDirectory(dir=to.parent, prefix="making-") as aside:
        note = _made(Path(aside), folder, articles, originals, found)
        to.mkdir(exist_ok=True)
        for file in Path(aside).iterdir():
            file.replace(to / file.name)
    return note


def _made(
    to: Path,
    folder: Path,
    articles: list[TrainingArticle],
    originals: list[TrainingArticle],
    found: dict[str, list[PredictedMention]],
) -> dict[str, Any]:
    train(articles, to)
    note = {
        "features": FEATURES,
        "articles": len(originals),
        "names": sum(len(names) for article in originals for names in article.names),
        "sets": {name: _fingerprint(folder / f"{name}.jsonl.gz") for name in DATASETS},
        "licences": LICENCES,
        "parameters": PARAMETERS,
        "made": datetime.now(UTC).date().isoformat(),
        "calibration": fit_calibration([(one.confidence, one.right) for seen in found.values() for one in seen]),
    }
    (to / "note.json").write_text(json.dumps(note, indent=1) + "\n", encoding="utf-8")
    return note


def _fingerprint(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()

"""Reported words without marks: "Novak said the bridge would hold"."""

"""As much English grammar as attribution needs: cues, nominals, finite verbs, clauses, and the subjects of cues."""

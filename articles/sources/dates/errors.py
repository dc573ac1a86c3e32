"""Why a text is no date."""

ADVICE = "write the year first (YYYY-MM-DD)"


class UnreadableDateError(ValueError):
    """The text is no date that can be known for sure; the message says why."""

    @property
    def sentence(self) -> str:
        """Why, without advice to who wrote it: what readers of the article are told."""
        return str(self)


class AmbiguousDateError(UnreadableDateError):
    """The text is a date, but of several days; `sentence` names them, the message says how to write it, too."""

    def __init__(self, sentence: str) -> None:
        super().__init__(f"{sentence}: {ADVICE}")
        self._sentence = sentence

    @property
    def sentence(self) -> str:
        return self._sentence

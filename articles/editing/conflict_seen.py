"""A conflict with the source as the form of an editor saw it, who decides about both values and no others."""

from dataclasses import dataclass

from articles.models import SourceConflict


class ConflictMovedError(Exception):
    """The conflict is not what the form saw: it is settled, or one of its values changed. `conflict` is how it is."""

    def __init__(self, conflict: SourceConflict) -> None:
        super().__init__("the conflict has changed since the form was made")
        self.conflict = conflict


@dataclass(frozen=True, slots=True)
class SeenConflict:
    """The key of a conflict, and the digest of the two values that were seen."""

    key: int
    digest: str

    def still_open(self) -> SourceConflict:
        """Return the conflict, read anew; call it in the transaction that settles it.

        Raises ConflictMovedError, SourceConflict.DoesNotExist.
        """
        conflict = SourceConflict.objects.select_related("decided_by", "article").get(pk=self.key)
        if conflict.state != SourceConflict.State.OPEN or conflict.values_digest != self.digest:
            raise ConflictMovedError(conflict)
        return conflict

"""`name__among=rows`: one of the values of other rows, read before anything else; `name__in` means the same.

PostgreSQL mistakes how many rows `IN (SELECT …)` leaves where some values are far more frequent than others, as
surnames are, and then reads whole tables. Of an array it expects a few values, and looks each up by the index. SQLite
does so anyway.
"""

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import CharField
from django.db.models.lookups import In


@CharField.register_lookup
class Among(In):
    lookup_name = "among"

    def get_rhs_op(self, connection: BaseDatabaseWrapper, rhs: str) -> str:
        return f"= ANY(ARRAY{rhs})" if connection.vendor == "postgresql" else super().get_rhs_op(connection, rhs)

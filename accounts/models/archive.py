"""What permissions are about."""

from django.db import models

from accounts.permissions import IN_WORDS, codename


class Archive(models.Model):
    """The archive as a whole: Django hangs each permission on a kind of thing. It has no table."""

    class Meta:
        managed = False
        default_permissions = ()
        permissions = [(codename(permission), f"May {words}") for permission, words in IN_WORDS.items()]

    def __str__(self) -> str:
        return "the archive"

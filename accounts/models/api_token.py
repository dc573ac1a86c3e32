"""Tokens by which programs ask the API in the name of an account. What one says is shown once and never kept."""

from django.conf import settings
from django.db import models


class ApiToken(models.Model):
    """A token of an account: by which name its owner knows it, what it may, and what became of it.

    `digest` is the SHA-256 of what it says, by which it is looked up: a token has 256 random bits, so that nobody finds
    one by its digest. `beginning` are its first signs, to tell tokens apart. One that is revoked keeps its row.
    """

    class Scope(models.TextChoices):
        READ = "read", "read what everybody may read"

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="api_tokens")
    name = models.CharField(max_length=60)
    digest = models.CharField(max_length=64, unique=True)
    beginning = models.CharField(max_length=12)
    scope = models.CharField(max_length=10, choices=Scope, default=Scope.READ)
    made_at = models.DateTimeField(auto_now_add=True)
    used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "name"], condition=models.Q(revoked_at=None), name="api_token_name_once_an_account"
            ),
        ]

    def __str__(self) -> str:
        return self.name

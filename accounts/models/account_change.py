"""The log of accounts: who invited whom, changed whose role, closed or opened whose account, and when."""

from django.conf import settings
from django.db import models


class AccountChange(models.Model):
    """One change of one account, only ever added; a trigger of the database refuses to change what it says.

    `by` is nobody where a command of the machine did it. `words` go on from what was done: "editor (reader before)".
    """

    class What(models.TextChoices):
        INVITED = "invited", "invited"
        LINK = "link", "given a link to set a password"
        ROLE = "role", "given the role"
        CLOSED = "closed", "closed"
        REOPENED = "reopened", "opened again"
        TOKEN = "token", "given the token"
        REVOKED = "revoked", "relieved of the token"

    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    whom = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    what = models.CharField(max_length=10, choices=What)
    words = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.whom} {self.get_what_display()} {self.words}".strip()

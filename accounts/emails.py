"""The e-mail address of an account, which signs in as well as its name does, and which links are sent to."""

from allauth.account.models import EmailAddress
from django.contrib.auth.models import User
from django.db import transaction


def is_taken(email: str, by_others_than: User | None = None) -> bool:
    """Say whether another account has this address, however it is written."""
    others = User.objects.filter(email__iexact=email)
    return (others.exclude(pk=by_others_than.pk) if by_others_than else others).exists()


@transaction.atomic
def set_email(user: User, email: str) -> None:
    """Give an account this address, or none; the former one leads to it no longer."""
    user.email = email.lower()
    user.save(update_fields=["email"])
    EmailAddress.objects.filter(user=user).delete()
    if email:
        EmailAddress.objects.create(user=user, email=user.email, primary=True)

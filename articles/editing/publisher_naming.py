"""Editors' use case: by which of its spellings the archive calls a publisher.

Its address stays, and so does the search index, which knows publishers by number.
"""

from dataclasses import dataclass

from django.contrib.auth.models import User

from accounts.write_lock import write_transaction
from articles.models import Publisher, PublisherNaming


@dataclass(frozen=True)
class Naming:
    """What an editor sends: the spelling to go by, the name that the form had seen, and why."""

    name: str
    seen: str
    editor: User
    reason: str = ""


@write_transaction
def name_publisher(publisher_key: int, naming: Naming) -> PublisherNaming:
    """Call a publisher by one of its own spellings; one it has since it was merged with another is not its own.

    Raises Publisher.DoesNotExist, or ValueError with a sentence.
    """
    publisher = Publisher.objects.get(pk=publisher_key, merged_into=None)
    if publisher.name != naming.seen:
        raise ValueError(f"it is called “{publisher.name}” meanwhile")
    if publisher.name == naming.name:
        raise ValueError("that is what it is called already")
    if not publisher.aliases.filter(name=naming.name, named_as=None).exists():
        raise ValueError("choose one of its spellings")
    publisher.name = naming.name
    publisher.save(update_fields=["name"])
    return PublisherNaming.objects.create(
        publisher=publisher, before=naming.seen, after=naming.name, reason=naming.reason, editor=naming.editor
    )

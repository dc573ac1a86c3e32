"""A paragraph's text and kind in layers: imported beneath, an editor's on top."""

from articles.models import Paragraph
from articles.models.paragraph import fingerprint

BENEATH = {"text": "imported_text", "kind": "imported_kind"}
LAYER_OF = {"text": "text", "paragraph kind": "kind"}  # by the field of a correction: the paragraph's column


def is_layered(paragraph: Paragraph, layer: str) -> bool:
    """Say whether an editor's "text" or "kind" lies on top of what was imported."""
    return bool(getattr(paragraph, BENEATH[layer]))


def set_paragraph(article_key: int, number: int, layer: str, value: str) -> Paragraph:
    """Set the "text" or the "kind" that is shown of a paragraph, and keep what was imported beneath.

    The caller holds the transaction, and has the findings of the article stored anew. Raises Paragraph.DoesNotExist.
    """
    paragraph = Paragraph.objects.get(article=article_key, number=number)
    if not is_layered(paragraph, layer):
        setattr(paragraph, BENEATH[layer], getattr(paragraph, layer))
    return _saved(paragraph, layer, value)


def release_paragraph(article_key: int, number: int, layer: str) -> Paragraph:
    """Have what was imported show again, where an editor's word lay on top; as `set_paragraph`."""
    paragraph = Paragraph.objects.get(article=article_key, number=number)
    imported = getattr(paragraph, BENEATH[layer]) or getattr(paragraph, layer)
    setattr(paragraph, BENEATH[layer], "")
    return _saved(paragraph, layer, imported)


def remove_paragraph(article_key: int, number: int) -> None:
    """Take a paragraph out that only an editor's word kept in the text; as `set_paragraph`."""
    Paragraph.objects.get(article=article_key, number=number).delete()


def _saved(paragraph: Paragraph, layer: str, value: str) -> Paragraph:
    setattr(paragraph, layer, value)
    paragraph.fingerprint = fingerprint(paragraph.text)
    paragraph.save(update_fields=[layer, BENEATH[layer], "fingerprint"])
    return paragraph

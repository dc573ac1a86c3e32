"""The forms in which an editor puts a paragraph right."""

from django import forms

from articles.editing.forms import ReasonForm
from articles.editing.paragraphs import KINDS, LONGEST_PARAGRAPH

HELP = "What was imported stays in the history. What is no text of the article is better said so, as its kind."


class TextForm(ReasonForm):
    """Corrects the text of a paragraph."""

    REASONS = ("The original says so.", "A slip of the source.", "Letters were lost at the import.")

    value = forms.CharField(
        label="Text",
        strip=False,
        max_length=LONGEST_PARAGRAPH,
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
        help_text=HELP,
        error_messages={"required": "A paragraph has words. Is it no text of the article, say so as its kind."},
    )


class ParagraphKindForm(ReasonForm):
    """Corrects what part of its article a paragraph is."""

    REASONS = ("It is an advertisement of the paper.", "It belongs to a picture.", "It is a heading.")

    value = forms.ChoiceField(
        label="Kind",
        choices=[(kind.value, kind.label.capitalize()) for kind in KINDS],
        help_text="“No article text” is folded on the page; it is not searched, and nothing is found in it.",
    )

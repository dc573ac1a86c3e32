"""The addresses at which editors put right what was found."""

from django.urls import path

from articles.pages.editing.addition import AddMention, AddQuotation
from articles.pages.editing.mention import (
    CheckMention,
    CorrectMention,
    RejectMention,
    RestoreMention,
    UncheckMention,
)
from articles.pages.editing.paragraph import CorrectParagraphKind, CorrectText
from articles.pages.editing.quotation import (
    CheckQuotation,
    CorrectCue,
    CorrectKind,
    CorrectWords,
    RejectQuotation,
    RestoreQuotation,
    UncheckQuotation,
)

urlpatterns = [
    path("articles/<int:pk>/<slug:anchor>/add-name/", AddMention.as_view(), name="add-mention"),
    path("articles/<int:pk>/<slug:anchor>/add-quotation/", AddQuotation.as_view(), name="add-quotation"),
    path("articles/<int:pk>/<slug:anchor>/correct-kind/", CorrectParagraphKind.as_view(), name="paragraph-kind"),
    path("articles/<int:pk>/<slug:anchor>/correct-text/", CorrectText.as_view(), name="correct-text"),
    path("mentions/<int:pk>/check/", CheckMention.as_view(), name="check-mention"),
    path("mentions/<int:pk>/correct/", CorrectMention.as_view(), name="correct-mention"),
    path("mentions/<int:pk>/reject/", RejectMention.as_view(), name="reject-mention"),
    path("mentions/<int:pk>/restore/", RestoreMention.as_view(), name="restore-mention"),
    path("mentions/<int:pk>/uncheck/", UncheckMention.as_view(), name="uncheck-mention"),
    path("quotations/<int:pk>/check/", CheckQuotation.as_view(), name="check-quotation"),
    path("quotations/<int:pk>/correct-cue/", CorrectCue.as_view(), name="correct-cue"),
    path("quotations/<int:pk>/correct-kind/", CorrectKind.as_view(), name="correct-kind"),
    path("quotations/<int:pk>/correct-words/", CorrectWords.as_view(), name="correct-words"),
    path("quotations/<int:pk>/reject/", RejectQuotation.as_view(), name="reject-quotation"),
    path("quotations/<int:pk>/restore/", RestoreQuotation.as_view(), name="restore-quotation"),
    path("quotations/<int:pk>/uncheck/", UncheckQuotation.as_view(), name="uncheck-quotation"),
]

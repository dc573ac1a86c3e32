"""Shows a paragraph that was found with the words that matched marked: `{% hits paragraph %}`."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.templatetags.marks import Mark, render
from search.pages.excerpts import excerpt
from search.results import FoundParagraph

register = template.Library()


@register.simple_tag
def hits(found: FoundParagraph) -> SafeString:
    """Return the paragraph, or what stands around its first mark, as HTML; marks are set after escaping."""
    part = excerpt(found.text, found.marks)
    html = render(part.text, [Mark(start, end, "hit") for start, end in part.marks])
    return format_html("{}{}{}", "… " if part.cut_before else "", html, " …" if part.cut_after else "")

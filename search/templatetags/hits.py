"""Shows what was searched with its matches marked: `{% hits paragraph %}`."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.templatetags.marks import TextMark, render
from search.pages.excerpts import Fragment, excerpt
from search.results.model import FoundParagraph

register = template.Library()


@register.simple_tag
def hits(found: FoundParagraph) -> SafeString:
    """Return the paragraph, or the sentences with its marks, as HTML; marks are set after escaping."""
    part = excerpt(found.text, found.marks)
    html = format_html_join(" … ", "{}", ((_marked(fragment),) for fragment in part.fragments))
    return format_html("{}{}{}", "… " if part.cut_before else "", html, " …" if part.cut_after else "")


def _marked(fragment: Fragment) -> SafeString:
    return render(fragment.text, [TextMark(start, end, "hit") for start, end in fragment.marks])

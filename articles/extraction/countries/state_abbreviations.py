"""Where a state's short form stands for the state: "Macon, Ga.", "(D-Calif.)", "N.J.", but not the word "IN"."""

from ..text.analysis import AnalysedParagraph
from .context import shows, word_before
from .toponyms import Toponym


def stands_for_state(paragraph: AnalysedParagraph, toponym: Toponym, follows_town: bool) -> bool:
    """Say whether a short form means its state; `follows_town`: a known town stands before its comma."""
    form, text = toponym.entry.form, paragraph.text[toponym.span.start : toponym.span.end]
    if form.phrase.count(".") > 1 and text.count(".") > 1:
        return not word_before(paragraph, toponym.first).isdigit()  # "300 B.C." is a date
    if shows("party", paragraph.text[toponym.span.start - 2 : toponym.span.start]):
        return True
    if "." not in form.phrase and text != form.phrase:
        return False
    if _stands_behind_comma(paragraph, toponym.first):
        dotted = "." in form.phrase and paragraph.text[toponym.span.end : toponym.span.end + 1] == "."
        return dotted or ((follows_town or text.isupper()) and not shows("other_word", text.lower()))
    return form.doubtful and text.isupper()


def _stands_behind_comma(paragraph: AnalysedParagraph, first: int) -> bool:
    return first > 0 and paragraph.gaps[first] in (", ", ",") and paragraph.words[first - 1].capital

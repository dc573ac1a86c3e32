"""Post-quote attribution: “…,” X said; “…,” said X; “…” — X; “…”, according to X; “…” is what X said."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ..findings import Span
from ..grammar.clauses import phrase_start
from ..grammar.cues import Cue
from ..grammar.nominals import DETERMINERS, PRONOUNS, Nominal
from ..grammar.sentence_context import Attribution, SentenceContext
from ..grammar.subjects import noun_after, source_of, subject_after, subject_before
from ..grammar.verbs import is_finite
from ..lexicons import GRAMMAR, MARKED, cue_kinds
from ..word_classes import PARTICIPLE_ENDS, PAST_ENDS, RELATIVES, TO
from .signatures import DASHES, LONGEST_NAME, LONGEST_TITLE, NO_TITLE, is_title, signature

_REASON = "follows the words"
_FAR = 14  # words between the marks and the cue of a clause that follows at once
_DASH = re.compile(r"--|[—–―]|(?<=\s)-(?=\s)")
_PARTICLES = MARKED["particle"]  # "chimed in", "shot back"
_PLACING = MARKED["placing_particle"]
_PLAINEST = MARKED["plainest"]
_CAPITAL_PRONOUNS = GRAMMAR["capital_pronoun"]


def post_quote(context: SentenceContext, outer: Span) -> Attribution | None:
    """Return the attribution by the clause that follows the marks at once."""
    segment = context.words_after(outer)
    if not segment or _opens_sentence(context, outer, segment[0]) or _closes_remark(context, outer, segment[0]):
        return None
    linked = _linked(context, outer, segment)
    if not linked and context.paragraph.lowers[segment[0]] in RELATIVES:  # says more of the words
        return None
    for cue in context.cues:
        if cue.first in segment and not _too_weak(cue, segment):
            found = _clause(context, segment, cue, linked)
            if found:
                return found
            if not linked or cue.first - segment[0] >= _FAR:
                break
    return (_unlisted_verb(context, segment) if linked else None) or signature(context, outer, segment, linked)


def distant_post_quote(context: SentenceContext, outer: Span) -> Attribution | None:
    """Return the attribution by a cue anywhere after the marks: “…” is what X said."""
    for cue in context.cues:
        if context.paragraph.starts[cue.first] < outer.end or cue.kind in ("mind", "noun"):
            continue
        if cue.kind == "according":
            return context.attribution(
                [source_of(context.paragraph, context.sentence, context.nominals, cue)], cue, 0.95, _REASON
            )
        right = [nominal for nominal in context.nominals if context.paragraph.starts[nominal.first] >= outer.end]
        speaker = subject_before(context.paragraph, context.sentence, right, cue)
        if speaker:
            return context.attribution([speaker], cue, 0.46, "follows in the same sentence")
    return None


def _linked(context: SentenceContext, outer: Span, segment: range) -> bool:
    """Say whether a comma, dash or question mark ties what follows to the words."""
    gap = context.paragraph.text[outer.end : context.paragraph.starts[segment[0]]]
    closing = context.paragraph.text[outer.end - 2 : outer.end - 1]
    return closing in ",?!—–…-" or bool(set(gap) & {",", *DASHES})


def _closes_remark(context: SentenceContext, outer: Span, first: int) -> bool:
    """Say whether a dash behind the marks closes what one before them opened: Novak – who called it “dead” – left."""
    text = context.paragraph.text
    closing = _DASH.search(text, outer.end, context.paragraph.starts[first])
    before = _DASH.findall(text, context.sentence.start, outer.start)
    return bool(closing) and len(before) % 2 == 1 and text[outer.end - 2] not in ",?!"


def _opens_sentence(context: SentenceContext, outer: Span, first: int) -> bool:
    """Say whether a sentence begins behind marks that end one: “…?” She smiled; asked by Novak: “…?” Keller nodded."""
    word, lower = context.paragraph.words[first], context.paragraph.lowers[first]
    text = context.paragraph.text
    if text[outer.end - 2 : outer.end - 1] not in "?!" or "," in text[outer.end : context.paragraph.starts[first]]:
        return False
    announced = text[: outer.start].rstrip().endswith(":")
    return word.capital and ((lower in PRONOUNS and lower not in _CAPITAL_PRONOUNS) or announced)


def _too_weak(cue: Cue, segment: range) -> bool:
    return cue.kind in ("noun", "name") or (cue.kind == "mind" and cue.first - segment[0] > 3)


def _clause(context: SentenceContext, segment: range, cue: Cue, linked: bool) -> Attribution | None:
    """Return the attribution of one cue in the clause after the marks."""
    far = cue.first - segment[0]
    if cue.kind == "according":
        source = source_of(context.paragraph, context.sentence, context.nominals, cue) if far <= 1 else None
        return context.attribution([source], cue, 0.75, _REASON)
    if far == 0:
        inverted = not cue.form.endswith(PARTICIPLE_ENDS) and (linked or cue.form in _PLAINEST)
        return context.attribution([_after(context, cue) if inverted else None], cue, 0.97, _REASON)
    if linked and cue.kind == "say" and far <= LONGEST_NAME and all(_is_capital(context, at) for at in segment[:far]):
        inside = [one for one in context.nominals if one.first >= segment[0] and one.last <= cue.first]
        people = (one for one in inside if one.kind == "person")
        known = next(people, None) or next((one for one in inside if one.last == cue.first), None)
        return context.attribution([known or Nominal(segment[0], cue.first, "organisation")], cue, 0.97, _REASON)
    if context.paragraph.lowers[segment[0]].endswith(PARTICIPLE_ENDS) and context.paragraph.lowers[cue.first - 1] in TO:
        return None  # “…,” prompting Novak to ask
    right = [nominal for nominal in context.nominals if nominal.first >= segment[0]]
    speaker = _remarked_on(context, right, cue) or subject_before(context.paragraph, context.sentence, right, cue)
    if speaker is None or speaker.first - segment[0] > (LONGEST_TITLE if linked else 0):
        return None
    if not context.unbroken(segment[0], speaker.first + 1) or not is_title(context, range(segment[0], speaker.first)):
        return None
    return context.attribution(context.coordinated(speaker), cue, 0.97 if linked else 0.55, _REASON)


def _remarked_on(context: SentenceContext, right: Sequence[Nominal], cue: Cue) -> Nominal | None:
    """Return who opens the clause where only a remark on them stands before the cue: “…,” the twins, A and B, wrote."""
    if not right or right[0].last >= cue.first or "," not in context.paragraph.gaps[right[0].last]:
        return None
    remark = range(right[0].last, cue.first)
    alone = right[0].kind == "person" and not any(is_finite(context.paragraph, at) for at in remark)
    return right[0] if alone or "," in context.paragraph.gaps[cue.first] else None


def _is_capital(context: SentenceContext, at: int) -> bool:
    """Say whether a word is part of a name written without a break: “…,” Read said."""
    return context.paragraph.words[at].capital and context.paragraph.lowers[at] not in PRONOUNS | DETERMINERS


def _after(context: SentenceContext, cue: Cue) -> Nominal | None:
    """Return the subject of an inverted cue; only plain reports let any noun speak, other cues people alone."""
    if cue.last < context.sentence.last and _is_particle(context, cue.last):
        cue = replace(cue, last=cue.last + 1)  # "pointed out one of them"
    speaker = subject_after(context.paragraph, context.nominals, cue)
    if cue.kind == "say":
        return speaker or noun_after(context.paragraph, context.sentence, cue)
    return speaker if speaker and speaker.kind == "person" else None


def _is_particle(context: SentenceContext, at: int) -> bool:
    """Say whether a word belongs to the verb before it: "chimed in Novak", but not "wrote in their paper"."""
    if context.paragraph.lowers[at] not in _PLACING:
        return context.paragraph.lowers[at] in _PARTICLES
    return at + 1 < context.sentence.last and context.paragraph.words[at + 1].capital


def sentence_final(context: SentenceContext, outer: Span) -> Attribution | None:
    """Return the attribution that a whole sentence ends with: the plan is “dead”, said X; …, X said on Monday."""
    earlier = (cue for cue in context.cues if context.paragraph.starts[cue.first] < outer.start)
    if any(cue.kind in ("say", "tell") and context.paragraph.lowers[cue.first - 1] not in TO for cue in earlier):
        return None
    for cue in reversed(context.cues):
        if context.paragraph.starts[cue.first] < outer.end:
            return None
        reports = cue.kind == "say" and not cue.form.endswith(PARTICIPLE_ENDS) and _is_last(context, cue)
        if reports and (speaker := _closing_speaker(context, outer, cue)):
            return context.attribution([speaker], cue, 0.93, "ends the sentence")
    return None


def _is_last(context: SentenceContext, cue: Cue) -> bool:
    return not any(context.paragraph.quoted[at] for at in range(cue.last, context.sentence.last))


def _closing_speaker(context: SentenceContext, outer: Span, cue: Cue) -> Nominal | None:
    if "," in context.paragraph.gaps[cue.first]:
        return _after(context, cue)
    right = [nominal for nominal in context.nominals if context.paragraph.starts[nominal.first] >= outer.end]
    speaker = next((nominal for nominal in reversed(right) if nominal.last <= cue.first), None)
    if speaker is None or not context.unbroken(speaker.last, cue.first + 1) or cue.first - speaker.last > 2:
        return None
    first = phrase_start(context.paragraph, context.sentence, speaker)
    opens = "," in context.paragraph.gaps[first] and context.paragraph.lowers[first] not in NO_TITLE
    return speaker if opens and context.unbroken(first, speaker.first + 1) else None


def _unlisted_verb(context: SentenceContext, segment: range) -> Attribution | None:
    """“…,” Anna barked, barked Anna, chimed in Anna: next to a comma and a person any verb in the past reports."""
    first, lowers = segment[0], context.paragraph.lowers
    particle = len(segment) > 1 and lowers[first + 1] in _PARTICLES
    if (lowers[first].endswith(PAST_ENDS) or particle) and not context.paragraph.words[first].capital:
        end = first + 1 + particle
        person = next((n for n in context.nominals if n.kind == "person" and n.last > end), None)
        titled = person and all(_is_capital(context, at) for at in range(end, person.first))
        cue = Cue(first, end, "say", " ".join(lowers[first:end]))
        return context.attribution([person if titled else None], cue, 0.8, _REASON)
    speaker = next((nominal for nominal in context.nominals if nominal.first >= segment[0]), None)
    if speaker is None or speaker.kind not in ("person", "pronoun") or speaker.last not in segment:
        return None
    verb = context.paragraph.lowers[speaker.last]
    unbroken = context.unbroken(segment[0], speaker.last + 1)
    if not verb.endswith(PAST_ENDS) or verb in cue_kinds() or not unbroken or speaker.first - segment[0] > 3:
        return None
    return context.attribution([speaker], Cue(speaker.last, speaker.last + 1, "say", verb), 0.8, _REASON)

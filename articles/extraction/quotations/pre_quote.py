"""Pre-quote attribution: X said “…”; X: “…”; X's claim that “…”; under the Act, Y must “…”."""

from ..findings import Span
from ..grammar.clauses import broken, governing_subject, opening_clause_end, phrase_start, report_around
from ..grammar.cues import Cue, is_passive
from ..grammar.nominals import PRONOUNS, Nominal
from ..grammar.sentence_context import Attribution, SentenceContext
from ..grammar.subjects import agent_of, owner_of, source_of, subject_after, subject_before
from ..grammar.verbs import is_finite
from ..lexicons import GRAMMAR, MARKED
from ..word_classes import ADVERB_ENDS, BY, IT, PARTICIPLE_ENDS, PAST_ENDS, THAT, TO
from .signatures import DASHES

_REASON = "stands before the words"
_REACHES = {"mind": 12, "name": 14, "noun": 4}  # words between a cue that is no plain report and the marks
_DIRECTLY = 3  # words between a cue and marks that are its own
_FAR = 1_000_000  # no limit: a plain report reaches to the end of its sentence
_CONFIDENCE = {"say": 0.89, "tell": 0.88, "according": 0.85, "name": 0.8, "mind": 0.67, "noun": 0.5}  # right on train
_AROUND, _FARTHER = 0.86, 0.05
_MOST_CUES = 8  # cues looked at before the marks, so that an endless sentence takes linear time
_NEAR = 8  # words between a cue and the marks
_RELATIVES = MARKED["relative"]
_LONGEST_RELATIVE = 8  # words from "which" to its verb
_BETWEEN = MARKED["before_second"]
_LINKS = MARKED["link"]
_UNDER = MARKED["under"]
_WHAT = MARKED["what"]
_STANDS_FOR_SOMEBODY = PRONOUNS - IT


def pre_quote(context: SentenceContext, outer: Span) -> Attribution | None:
    """Return the attribution by the nearest cue before the marks, None where none reaches them."""
    last = context.last_word_before(outer)
    main = opening_clause_end(context.paragraph, context.sentence, context.nominals_before(outer))
    for cue in context.cues_before(outer, _MOST_CUES):
        distance = last - cue.last + 1
        if distance > _reach(context, cue, last):
            continue
        if _in_closed_clause(context, cue, last) or (cue.first < main and cue.kind != "according"):
            continue
        around = report_around(context.paragraph, context.sentence, context.nominals, context.cues, cue, last)
        if around and distance <= _DIRECTLY and _names_another(context, cue, around):
            around = None
        around = around or _verb_over(context, cue) or _source_over(context, cue)
        if around and (speakers := speakers_of(context, around)):
            return context.attribution(speakers, around, _AROUND, _REASON)
        if speakers := speakers_of(context, cue):
            farther = 0.0 if distance <= _NEAR else _FARTHER
            return context.attribution(speakers, cue, _CONFIDENCE[cue.kind] - farther, _REASON)
    return None


def _names_another(context: SentenceContext, cue: Cue, around: Cue) -> bool:
    """Say whether a report inside another names who said it in full verb and name: "Keller said Novak called it …".

    What a body reports of a group counts too: "The Courier reported that the crowd chanted …".
    """
    if cue.kind not in ("say", "tell", "name") or cue.form in GRAMMAR["cue_noun"] or cue.form.endswith(PARTICIPLE_ENDS):
        return False
    if context.paragraph.lowers[cue.first - 1] in TO:
        return False
    beside = [one for one in context.nominals if 0 <= cue.first - one.last <= 1]
    named = [one for one in beside if not context.paragraph.words[one.last - 1].possessive]
    if any(one.kind == "person" for one in named):
        return True
    return cue.kind != "name" and any(one.kind == "group" for one in named) and _is_by_body(context, around)


def _is_by_body(context: SentenceContext, cue: Cue) -> bool:
    return any(one.kind == "organisation" and one.last == cue.first for one in context.nominals)


def _reach(context: SentenceContext, cue: Cue, last: int) -> int:
    """Return how many words may stand between a cue and the marks."""
    if cue.kind == "noun" and context.paragraph.lowers[last] in THAT:
        return _FAR
    return _REACHES.get(cue.kind, _FAR)


def speakers_of(context: SentenceContext, cue: Cue) -> tuple[Nominal, ...]:
    """Return who speaks by a cue that stands before what is said."""
    paragraph, sentence, nominals = context.paragraph, context.sentence, context.nominals
    if cue.kind == "according":
        return _only(source_of(paragraph, sentence, nominals, cue))
    if cue.kind == "noun":
        over = governing_subject(paragraph, sentence, _nominals_until(context, cue.first))
        return _only(owner_of(paragraph, sentence, nominals, cue) or over)
    if _is_what(context, cue) and (
        over := governing_subject(paragraph, sentence, _nominals_until(context, cue.first - 2))
    ):
        return (over,)
    if is_passive(paragraph, sentence, cue):
        return _only(agent_of(paragraph, sentence, nominals, cue))
    if earlier := _cue_that_goes_on(context, cue):
        return speakers_of(context, earlier)
    subject = subject_before(paragraph, sentence, nominals, cue)
    if agent := _agent_of_participle(context, cue, subject):
        return (agent,)
    if subject is None and _may_be_inverted(context, cue):
        subject = subject_after(paragraph, nominals, cue)
    outer = _cue_around(context, subject) if subject else None
    if subject and outer and outer.first < cue.first:
        return speakers_of(context, outer) or (subject,)
    return context.coordinated(subject) if subject else ()


def _agent_of_participle(context: SentenceContext, cue: Cue, subject: Nominal | None) -> Nominal | None:
    """Return whom "by" names right behind a participle that stands for a clause: "the aims cited by the mayor"."""
    if not cue.form.endswith(PAST_ENDS) or BY.isdisjoint(context.paragraph.lowers[cue.last : cue.last + 1]):
        return None
    if subject and subject.kind in ("person", "pronoun"):
        return None
    return agent_of(context.paragraph, context.sentence, context.nominals, cue)


def under_document(context: SentenceContext, outer: Span) -> Attribution | None:
    """Return the attribution to a document that a rule is under: "Under the Act, she must “…”"; none in a report."""
    if context.paragraph.lowers[context.sentence.first] not in _UNDER:
        return None
    reports = (cue for cue in context.cues if context.paragraph.starts[cue.first] < outer.start)
    return None if any(cue.kind in ("say", "tell") for cue in reports) else by_document(context, outer)


def by_document(context: SentenceContext, outer: Span) -> Attribution | None:
    """Return the attribution to a document named before the marks."""
    named = [nominal for nominal in context.nominals_before(outer) if nominal.kind == "document"]
    return context.attribution(named[:1], None, 0.6, "is the document that the sentence is about")


def before_colon(context: SentenceContext, outer: Span) -> Attribution | None:
    """Return the attribution by a colon: X: “…”, or X: the plan is “…” in a headline."""
    left = context.nominals_before(outer)
    if not left:
        return None
    first = left[0]
    if context.paragraph.text[max(0, outer.start - 3) : outer.start].rstrip().endswith(":"):
        person = next((nominal for nominal in left if nominal.kind in ("person", "pronoun")), first)
        return context.attribution([person], None, 0.7, "stands before the colon")
    speaks = first.last < context.sentence.last and context.paragraph.gaps[first.last].startswith(":")
    opens = first.first - context.sentence.first <= 2
    return context.attribution([first], None, 0.7, "stands before the colon") if speaks and opens else None


def _nominals_until(context: SentenceContext, word: int) -> list[Nominal]:
    return [nominal for nominal in context.nominals if nominal.last <= word]


def _only(nominal: Nominal | None) -> tuple[Nominal, ...]:
    return (nominal,) if nominal else ()


def _may_be_inverted(context: SentenceContext, cue: Cue) -> bool:
    """Say whether a cue stands where its subject may follow: first in its sentence, or right after marks."""
    opens = cue.first == context.sentence.first or context.paragraph.quoted[cue.first - 1] > 0
    return opens and cue.kind == "say" and not cue.form.endswith(PARTICIPLE_ENDS)


def _in_closed_clause(context: SentenceContext, cue: Cue, last: int) -> bool:
    """Say whether a cue belongs to a clause that ends before the marks: "Peru, which maintains …, has a “…”"."""
    words, lowers, gaps = context.paragraph.words, context.paragraph.lowers, context.paragraph.gaps
    at = cue.first - 1
    while at > context.sentence.first and cue.first - at < _LONGEST_RELATIVE and lowers[at] not in _RELATIVES:
        if "," in gaps[at]:
            return False
        at -= 1
    opens = lowers[at] in _RELATIVES and ("," in gaps[at] or at == cue.first - 1)
    end = last + 2 if last + 1 < len(words) and words[last + 1].text[0].islower() else last + 1
    return opens and any("," in gaps[after] for after in range(cue.last, end))


def _verb_over(context: SentenceContext, noun: Cue) -> Cue | None:
    """Return the verb of saying that a noun of saying is the object of: "blasted Trent's call for …"."""
    if noun.kind != "noun":
        return None
    verbs = (one for one in reversed(context.cues) if one.first < noun.first and one.kind in ("say", "tell", "name"))
    verb = next(verbs, None)
    owner = owner_of(context.paragraph, context.sentence, context.nominals, noun)
    if (
        owner
        and owner.kind != "pronoun"
        and noun.last < context.sentence.last
        and context.paragraph.lowers[noun.last] in THAT
    ):
        return None
    return verb if verb and not broken(context.paragraph, verb.last, noun.first) else None


def _source_over(context: SentenceContext, cue: Cue) -> Cue | None:
    """Return the "according to" that opens a sentence, where no plain report stands between it and the marks."""
    first = context.cues[0]
    opens = first.kind == "according" and first.first == context.sentence.first
    return first if opens and cue is not first and cue.kind not in ("say", "tell") else None


def _is_what(context: SentenceContext, cue: Cue) -> bool:
    """Say whether a cue is "what he called", which stands for a word of the speaker's own."""
    at = cue.first - 2
    return (
        at >= context.sentence.first
        and context.paragraph.lowers[at] in _WHAT
        and context.paragraph.lowers[at + 1] in _STANDS_FOR_SOMEBODY
    )


def _cue_that_goes_on(context: SentenceContext, cue: Cue) -> Cue | None:
    """Return the report that a second verb or a participle carries on: "X said … and added"."""
    link = cue.first - 1
    lowers = context.paragraph.lowers
    while link > context.sentence.first and (lowers[link] in _BETWEEN or lowers[link].endswith(ADVERB_ENDS)):
        link -= 1
    coordinated = link >= context.sentence.first and context.paragraph.lowers[link] in _LINKS
    coordinated = coordinated and not set(context.paragraph.gaps[link]) & DASHES  # "– which some call … – and sang"
    if cue.form.endswith(PARTICIPLE_ENDS) and (report := _report_carried_on(context, cue)):
        return report
    if not coordinated:
        return None
    alike = cue.form.endswith(PARTICIPLE_ENDS)
    earlier = (
        one for one in reversed(context.cues) if one.first < cue.first and one.form.endswith(PARTICIPLE_ENDS) == alike
    )
    return next((one for one in earlier if one.kind in ("say", "tell", "name")), None)


def _report_carried_on(context: SentenceContext, cue: Cue) -> Cue | None:
    """Return the report that a participle adds to: "she said, adding", "it was late, he said in a letter, calling"."""
    paragraph = context.paragraph
    reports = (one for one in reversed(context.cues) if one.first < cue.first and one.kind in ("say", "tell"))
    report = next(reports, None)
    if report is None or (report.last == cue.first and report.kind == "say"):
        return report
    subject = next((one for one in context.nominals if one.last == report.first), None)
    inserted = subject and "," in paragraph.gaps[phrase_start(paragraph, context.sentence, subject)]
    if not inserted or "," not in paragraph.gaps[cue.first]:
        return None
    return None if any(is_finite(paragraph, at) for at in range(report.last, cue.first)) else report


def _cue_around(context: SentenceContext, subject: Nominal) -> Cue | None:
    """Return the report around a pronoun's own: "X said he thought", "X says (that) she hopes"."""
    if subject.kind != "pronoun":
        return None
    before = subject.first - 1
    if before > context.sentence.first and context.paragraph.lowers[before] in THAT:
        before -= 1
    return next((cue for cue in context.cues if cue.last - 1 == before and cue.kind in ("say", "tell")), None)

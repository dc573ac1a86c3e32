"""Attributions that stand before the words: X said “…”; X: “…”; X's claim that “…”; under the Act, Y must “…”."""

from .cues import Cue
from .findings import Span
from .nominals import Nominal
from .scenes import Attribution, Scene
from .subjects import owner_of, source_of, subject_after, subject_before

_REASON = "stands before the words"
_REACHES = {"mind": 12, "name": 14, "noun": 4}  # words between a cue that is no plain report and the marks
_NEAR = 8  # words between a cue and the marks
_BETWEEN = frozenset(("also", "then", "later", "has", "had", "have"))


def lead(scene: Scene, outer: Span) -> Attribution | None:
    """Return the attribution of the nearest cue before the marks."""
    last = scene.last_word_before(outer)
    for cue in reversed(scene.cues):
        distance = last - cue.last + 1
        if scene.page.words[cue.first].start >= outer.start or distance > _REACHES.get(cue.kind, distance):
            continue
        if _in_closed_clause(scene, cue, last):
            continue
        if speakers := speakers_of(scene, cue):
            certainty = 0.84 if distance <= _NEAR else 0.6
            weaker = 0.2 if cue.kind in ("mind", "noun") else 0.0
            return scene.found(speakers, cue, certainty - weaker, _REASON)
    return None


def speakers_of(scene: Scene, cue: Cue) -> tuple[Nominal, ...]:
    """Return who speaks by a cue that stands before what is said."""
    page, sentence, nominals = scene.page, scene.sentence, scene.nominals
    if cue.kind == "according":
        return _only(source_of(page, sentence, nominals, cue))
    if cue.kind == "noun":
        return _only(owner_of(page, sentence, nominals, cue))
    if earlier := _cue_that_goes_on(scene, cue):
        return speakers_of(scene, earlier)
    subject = subject_before(page, sentence, nominals, cue)
    if subject is None and _may_be_inverted(scene, cue):
        subject = subject_after(page, sentence, nominals, cue)
    if subject and (outer := _cue_around(scene, subject)) and outer.first < cue.first:
        return speakers_of(scene, outer) or (subject,)
    return scene.joint(subject) if subject else ()


def ruled(scene: Scene, outer: Span) -> Attribution | None:
    """Under the Act, somebody is mandated to “…”: the document speaks, unless somebody reports it."""
    if scene.page.lowers[scene.sentence.first] != "under":
        return None
    reports = (cue for cue in scene.cues if scene.page.words[cue.first].start < outer.start)
    return None if any(cue.kind in ("say", "tell") for cue in reports) else document(scene, outer)


def document(scene: Scene, outer: Span) -> Attribution | None:
    """Return the attribution to a document named before the marks."""
    named = [nominal for nominal in scene.nominals_before(outer) if nominal.kind == "document"]
    return scene.found(named[:1], None, 0.6, "is the document that the sentence is about")


def colon(scene: Scene, outer: Span) -> Attribution | None:
    """Return the attribution of a colon: X: “…”, or X: the plan is “…” in a headline."""
    left = scene.nominals_before(outer)
    if not left:
        return None
    first = left[0]
    if scene.page.text[max(0, outer.start - 3) : outer.start].rstrip().endswith(":"):
        person = next((nominal for nominal in left if nominal.kind in ("person", "pronoun")), first)
        return scene.found([person], None, 0.7, "stands before the colon")
    speaks = first.last < scene.sentence.last and scene.page.words[first.last].gap.startswith(":")
    opens = first.first - scene.sentence.first <= 2
    return scene.found([first], None, 0.7, "stands before the colon") if speaks and opens else None


def _only(nominal: Nominal | None) -> tuple[Nominal, ...]:
    return (nominal,) if nominal else ()


def _may_be_inverted(scene: Scene, cue: Cue) -> bool:
    """Say whether a cue stands where its subject may follow: first in its sentence, or right after marks."""
    opens = cue.first == scene.sentence.first or scene.page.quoted[cue.first - 1] > 0
    return opens and cue.kind == "say" and not cue.form.endswith("ing")


def _in_closed_clause(scene: Scene, cue: Cue, last: int) -> bool:
    """Say whether a cue belongs to a clause that ends before the marks: "Peru, which maintains …, has a “…”"."""
    if cue.first <= scene.sentence.first or scene.page.lowers[cue.first - 1] not in ("who", "which"):
        return False
    return any("," in scene.page.words[at].gap for at in range(cue.last, last + 1))


def _cue_that_goes_on(scene: Scene, cue: Cue) -> Cue | None:
    """Return the report that a second verb or a participle carries on: "X said … and added"."""
    link = cue.first - 1
    while link > scene.sentence.first and scene.page.lowers[link] in _BETWEEN:
        link -= 1
    coordinated = link >= scene.sentence.first and scene.page.lowers[link] in ("and", "but")
    participle = cue.form.endswith("ing") and "," in scene.page.words[cue.first].gap
    if not coordinated and not participle:
        return None
    earlier = (one for one in reversed(scene.cues) if one.first < cue.first and not one.form.endswith("ing"))
    return next((one for one in earlier if one.kind in ("say", "tell", "name")), None)


def _cue_around(scene: Scene, subject: Nominal) -> Cue | None:
    """Return the report around a pronoun's own: "X said he thought", "X says (that) she hopes"."""
    if subject.kind != "pronoun":
        return None
    before = subject.first - 1
    if before > scene.sentence.first and scene.page.lowers[before] == "that":
        before -= 1
    return next((cue for cue in scene.cues if cue.last - 1 == before and cue.kind in ("say", "tell")), None)

"""Attributions that follow the words: “…,” X said; “…,” said X; “…” — X; “…”, according to X; “…” is what X said."""

from ..findings import Span
from ..grammar.clauses import phrase_start
from ..grammar.cues import Cue
from ..grammar.nominals import DETERMINERS, PRONOUNS, Nominal
from ..grammar.scenes import Attribution, Scene
from ..grammar.subjects import noun_after, source_of, subject_after, subject_before
from ..lexicons import GRAMMAR, cue_kinds
from ..text.tokens import joined_by_space

_REASON = "follows the words"
_FAR = 14  # words between the marks and the cue of a clause that follows at once
_LONGEST_TITLE = 6  # words between the marks and the name
_NO_TITLE = (GRAMMAR["preposition"] | GRAMMAR["embeds"] | GRAMMAR["subordinate"] | GRAMMAR["joins"]) - {"of", "for"}
_LONGEST_SIGNATURE = 4  # words of a name that is not known as a person's
_DASHES = frozenset("—–―-")


def tail(scene: Scene, outer: Span) -> Attribution | None:
    """Return the attribution of the clause that follows the marks at once."""
    segment = scene.words_after(outer)
    if not segment:
        return None
    linked = _linked(scene, outer, segment)
    for cue in scene.cues:
        if cue.first in segment and not _too_weak(cue, segment):
            found = _clause(scene, segment, cue, linked)
            if found:
                return found
            if not linked or cue.first - segment[0] >= _FAR:
                break
    return (_unlisted_verb(scene, segment) if linked else None) or _signature(scene, outer, segment)


def distant_tail(scene: Scene, outer: Span) -> Attribution | None:
    """Return the attribution of a cue anywhere after the marks: “…” is what X said."""
    for cue in scene.cues:
        if scene.paragraph.words[cue.first].start < outer.end or cue.kind in ("mind", "noun"):
            continue
        if cue.kind == "according":
            return scene.found([source_of(scene.paragraph, scene.sentence, scene.nominals, cue)], cue, 0.95, _REASON)
        right = [nominal for nominal in scene.nominals if scene.paragraph.words[nominal.first].start >= outer.end]
        speaker = subject_before(scene.paragraph, scene.sentence, right, cue)
        if speaker:
            return scene.found([speaker], cue, 0.46, "follows in the same sentence")
    return None


def _linked(scene: Scene, outer: Span, segment: range) -> bool:
    """Say whether a comma, dash or question mark ties what follows to the words."""
    gap = scene.paragraph.text[outer.end : scene.paragraph.words[segment[0]].start]
    closing = scene.paragraph.text[outer.end - 2 : outer.end - 1]
    return closing in ",?!—–…-" or bool(set(gap) & {",", *_DASHES})


def _too_weak(cue: Cue, segment: range) -> bool:
    return cue.kind in ("noun", "name") or (cue.kind == "mind" and cue.first - segment[0] > 3)


def _clause(scene: Scene, segment: range, cue: Cue, linked: bool) -> Attribution | None:
    """Return the attribution of one cue in the clause after the marks."""
    far = cue.first - segment[0]
    if cue.kind == "according":
        source = source_of(scene.paragraph, scene.sentence, scene.nominals, cue) if far <= 1 else None
        return scene.found([source], cue, 0.75, _REASON)
    if far == 0:
        inverted = not cue.form.endswith("ing") and (linked or cue.form in ("said", "says"))
        return scene.found([_after(scene, cue) if inverted else None], cue, 0.97, _REASON)
    if (
        linked
        and cue.kind == "say"
        and far <= _LONGEST_SIGNATURE
        and all(_is_capital(scene, at) for at in segment[:far])
    ):
        known = next((one for one in scene.nominals if one.first >= segment[0] and one.last == cue.first), None)
        return scene.found([known or Nominal(segment[0], cue.first, "organisation")], cue, 0.97, _REASON)
    right = [nominal for nominal in scene.nominals if nominal.first >= segment[0]]
    speaker = subject_before(scene.paragraph, scene.sentence, right, cue)
    if speaker is None or speaker.first - segment[0] > (_LONGEST_TITLE if linked else 0):
        return None
    if not scene.calm(segment[0], speaker.first + 1) or not _is_title(scene, range(segment[0], speaker.first)):
        return None
    return scene.found(scene.joint(speaker), cue, 0.97 if linked else 0.55, _REASON)


def _is_capital(scene: Scene, at: int) -> bool:
    """Say whether a word is part of a name written without a break: “…,” Read said."""
    return scene.paragraph.words[at].capital and scene.paragraph.lowers[at] not in PRONOUNS | DETERMINERS


def _is_title(scene: Scene, words: range) -> bool:
    """Say whether words can stand before a name as its title: "the harbour spokesman", not "after"."""
    return not any(scene.paragraph.lowers[at] in _NO_TITLE for at in words)


def _after(scene: Scene, cue: Cue) -> Nominal | None:
    """Return the subject of an inverted cue; only plain reports let any noun speak, other cues people alone."""
    speaker = subject_after(scene.paragraph, scene.nominals, cue)
    if cue.kind == "say":
        return speaker or noun_after(scene.paragraph, scene.sentence, cue)
    return speaker if speaker and speaker.kind == "person" else None


def closing(scene: Scene, outer: Span) -> Attribution | None:
    """Return the report that a whole sentence ends with: the plan is “dead” for now, said X; …, X said on Monday."""
    if any(scene.paragraph.words[cue.first].start < outer.start and cue.kind in ("say", "tell") for cue in scene.cues):
        return None
    for cue in reversed(scene.cues):
        if scene.paragraph.words[cue.first].start < outer.end:
            return None
        reports = cue.kind == "say" and not cue.form.endswith("ing") and _is_last(scene, cue)
        if reports and (speaker := _closing_speaker(scene, outer, cue)):
            return scene.found([speaker], cue, 0.93, "ends the sentence")
    return None


def _is_last(scene: Scene, cue: Cue) -> bool:
    return not any(scene.paragraph.quoted[at] for at in range(cue.last, scene.sentence.last))


def _closing_speaker(scene: Scene, outer: Span, cue: Cue) -> Nominal | None:
    if "," in scene.paragraph.words[cue.first].gap:
        return _after(scene, cue)
    right = [nominal for nominal in scene.nominals if scene.paragraph.words[nominal.first].start >= outer.end]
    speaker = next((nominal for nominal in reversed(right) if nominal.last <= cue.first), None)
    if speaker is None or not scene.calm(speaker.last, cue.first + 1) or cue.first - speaker.last > 2:
        return None
    first = phrase_start(scene.paragraph, scene.sentence, speaker)
    opens = "," in scene.paragraph.words[first].gap and scene.paragraph.lowers[first] not in _NO_TITLE
    return speaker if opens and scene.calm(first, speaker.first + 1) else None


def _unlisted_verb(scene: Scene, segment: range) -> Attribution | None:
    """“…,” Anna barked, or barked Anna: next to a comma and a person any verb in the past reports."""
    if scene.paragraph.lowers[segment[0]].endswith("ed") and not scene.paragraph.words[segment[0]].capital:
        person = next((n for n in scene.nominals if n.kind == "person" and n.first == segment[0] + 1), None)
        cue = Cue(segment[0], segment[0] + 1, "say", scene.paragraph.lowers[segment[0]])
        return scene.found([person], cue, 0.8, _REASON)
    speaker = next((nominal for nominal in scene.nominals if nominal.first >= segment[0]), None)
    if speaker is None or speaker.kind not in ("person", "pronoun") or speaker.last not in segment:
        return None
    verb = scene.paragraph.lowers[speaker.last]
    calm = scene.calm(segment[0], speaker.last + 1)
    if not verb.endswith("ed") or verb in cue_kinds() or not calm or speaker.first - segment[0] > 3:
        return None
    return scene.found([speaker], Cue(speaker.last, speaker.last + 1, "say", verb), 0.8, _REASON)


def _signature(scene: Scene, outer: Span, segment: range) -> Attribution | None:
    """“…” — Anna Berg: a name alone behind a dash, as under a motto or a reader's letter."""
    gap = scene.paragraph.text[outer.end : scene.paragraph.words[segment[0]].start]
    speaker = next((nominal for nominal in scene.nominals if nominal.first == segment[0]), None)
    signed = speaker and (speaker.kind == "person" or 1 < speaker.last - speaker.first <= _LONGEST_SIGNATURE)
    if speaker is None or not signed or not set(gap) & _DASHES:
        return None
    alone = speaker.last >= scene.sentence.last or not joined_by_space(scene.paragraph.words[speaker.last])
    return scene.found([speaker] if alone else [], None, 0.85, "stands behind a dash after the words")

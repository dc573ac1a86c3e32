"""Attributions from the sentences around the marks: a colon before, the next sentence, or the one before."""

from collections.abc import Callable

from ..findings import Span
from ..grammar.clauses import governing_subject
from ..grammar.scenes import Attribution, Scene, Scenes
from ..text.analysis import AnalysedArticle, AnalysedParagraph, sentence_at
from .attribution import attribution_in
from .leads import speakers_of
from .stretches import Stretch

NEAR = 3  # paragraphs over which a speaker may go on


def announced(stretch: Stretch, scene: Scene, scenes: Scenes) -> Attribution | None:
    """Return who is announced by the colon at the end of the paragraph before: Novak continued: ¶ “…”."""
    if not stretch.opens_paragraph(scene):
        return None
    before = _paragraph_before(stretch.article, stretch.paragraph, 1)
    if before is None or not before.text.rstrip().endswith(":"):
        return None
    told = scenes.scene(before, len(before.sentences) - 1)
    reason = "stands before the colon of the paragraph before"
    for cue in reversed(told.cues):
        if speakers := speakers_of(told, cue):
            return Attribution(before, speakers, cue, 0.87, reason)
    subject = governing_subject(before, told.sentence, told.nominals)
    return Attribution(before, (subject,), None, 0.6, reason) if subject else None


def told_next(stretch: Stretch, following: Stretch | None, scene_of: Callable[[Span], Scene]) -> Attribution | None:
    """Return who is said to speak right after: “A.” “B,” he said."""
    if following is None or following.first.passage != stretch.last.passage:
        return None
    between = stretch.last_paragraph.text[stretch.last.end : following.first.start]
    return None if between.strip(" .,") else attribution_in(scene_of(following.first), following.first)


def introduced(stretch: Stretch, scene: Scene, scenes: Scenes) -> Attribution | None:
    """Return the speaker of the sentence before, which introduces the words."""
    before = _scene_before(stretch, scene, scenes)
    if before is None:
        return None
    ends = [cue for cue in before.cues if before.sentence.last - cue.last <= 2]
    for cue in (*ends, *before.cues):
        if cue.kind in ("say", "tell", "according") and (speakers := speakers_of(before, cue)):
            return Attribution(before.paragraph, speakers, None, 0.5, "is the speaker of the sentence before")
    return None


def _scene_before(stretch: Stretch, scene: Scene, scenes: Scenes) -> Scene | None:
    """Return the sentence before the marked one, in its paragraph or else at the end of one shortly before."""
    paragraph = stretch.paragraph
    at = sentence_at(paragraph, scene.sentence.first)
    if at:
        return scenes.scene(paragraph, at - 1)
    previous = _paragraph_before(stretch.article, paragraph, NEAR)
    return scenes.scene(previous, len(previous.sentences) - 1) if previous else None


def _paragraph_before(article: AnalysedArticle, paragraph: AnalysedParagraph, far: int) -> AnalysedParagraph | None:
    near = reversed(article.paragraphs[max(0, paragraph.index - far) : paragraph.index])
    return next((one for one in near if one.sentences), None)

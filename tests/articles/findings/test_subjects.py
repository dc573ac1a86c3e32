"""Of whom and what quotations speak is stored as found, and stays as an editor corrected it."""

import pytest

from articles.editing.corrections import ConflictError, Edit, NothingToCorrectError, correct_quotation
from articles.editing.quotation_parts import SPEAKERS, SUBJECTS
from articles.findings.reextraction import reextract
from articles.importing.importer import import_article
from articles.models import Change, Correction, Person, Quotation, Subject
from articles.models.evidence import evidence_links
from articles.queries import about

pytestmark = pytest.mark.django_db

TEXTS = (
    "The ferry minister, Amara Okafor, met the harbour master Ines Duarte on Monday.",
    "“Ines Duarte and Morocco will not wait for a boat again,” Okafor told reporters.",
)
FOUND = [{"kind": "person", "name": "Ines Duarte"}, {"kind": "country", "name": "Morocco"}]
PERU = [{"kind": "country", "name": "Peru"}]


@pytest.fixture
def quotation(db, source) -> Quotation:
    """A quotation about a person and a country."""
    return import_article(source(TEXTS)).article.quotations.get()


@pytest.fixture
def edit(quotation, editor):
    def build(after, seen=1) -> Edit:
        return Edit(after, "read it again", editor, seen)

    return build


def test_subjects_are_stored_with_how_they_are_known(quotation):
    assert SUBJECTS.value(quotation) == FOUND
    assert [(subject.way, subject.confidence > 0.5) for subject in quotation.about.all()] == [("named", True)] * 2
    (link,) = evidence_links(quotation.about.first().evidence)
    paragraph = quotation.article.paragraphs.get(pk=link.paragraph)
    assert paragraph.text[link.start : link.end] == "Ines Duarte"
    assert link.sentence == "“Ines Duarte” is named within the words."


def test_what_somebody_said_of_another_is_one_question(quotation):
    okafor, duarte = Person.objects.get(name="Amara Okafor"), Person.objects.get(name="Ines Duarte")
    assert about(person=duarte).filter(speakers__person=okafor).get() == quotation
    assert not about(person=okafor).exists()
    assert about(country="MA").get() == quotation


def test_extracting_again_finds_the_same_and_tells_of_no_change(quotation):
    before = Change.objects.count()
    reextract(quotation.article_id)
    assert SUBJECTS.value(quotation) == FOUND
    assert Change.objects.count() == before


def test_a_new_version_of_the_text_changes_them_and_the_journal_tells(quotation, source):
    changed = (TEXTS[0], TEXTS[1].replace("Morocco", "Chile"))
    import_article(source(changed))
    assert SUBJECTS.value(quotation) == [FOUND[0], {"kind": "country", "name": "Chile"}]
    assert f"subjects of quotation {quotation.pk}" in Change.objects.last().fields


def test_a_correction_says_before_after_and_why(quotation, edit, editor):
    correct_quotation(quotation.pk, SUBJECTS, edit([FOUND[0], {"kind": "country", "name": "peru"}]))
    correction = Correction.objects.get()
    assert (correction.field, correction.quotation, correction.editor) == ("about", quotation, editor)
    assert (correction.before, correction.after) == (FOUND, [FOUND[0], *PERU])
    assert SUBJECTS.value(quotation) == [FOUND[0], *PERU]
    assert set(quotation.about.values_list("way", flat=True)) == {"editor"}


def test_each_is_kept_once_however_often_typed(quotation, edit):
    correct_quotation(quotation.pk, SUBJECTS, edit([*PERU, {"kind": "country", "name": "PE"}]))
    assert SUBJECTS.value(quotation) == PERU


def test_it_may_be_about_nobody(quotation, edit):
    correct_quotation(quotation.pk, SUBJECTS, edit([]))
    assert SUBJECTS.value(quotation) == []


@pytest.mark.parametrize("again", ["extract", "import"])
def test_a_correction_stays(quotation, edit, source, again):
    correct_quotation(quotation.pk, SUBJECTS, edit(PERU))
    if again == "extract":
        reextract(quotation.article_id)
    else:
        import_article(source((*TEXTS, "More.")))
    assert SUBJECTS.value(Quotation.objects.get()) == PERU


def test_a_correction_of_the_speaker_leaves_the_subjects_to_the_extractor(quotation, edit, source):
    correct_quotation(quotation.pk, SPEAKERS, edit([{"kind": "organisation", "name": "Harbour Board"}]))
    assert SUBJECTS.value(quotation) == FOUND
    import_article(source((TEXTS[0], TEXTS[1].replace("Morocco", "Chile"))))
    assert SUBJECTS.value(quotation) == [FOUND[0], {"kind": "country", "name": "Chile"}]
    assert [speaker.name for speaker in quotation.speakers.all()] == ["Harbour Board"]


def test_a_correction_of_the_subjects_leaves_the_speaker_to_the_extractor(quotation, edit):
    correct_quotation(quotation.pk, SUBJECTS, edit(PERU))
    reextract(quotation.article_id)
    assert [speaker.name for speaker in quotation.speakers.all()] == ["Amara Okafor"]


def test_a_correction_of_the_speaker_is_no_conflict_with_one_of_the_subjects(quotation, edit):
    correct_quotation(quotation.pk, SPEAKERS, edit([{"kind": "organisation", "name": "Harbour Board"}]))
    assert correct_quotation(quotation.pk, SUBJECTS, edit(PERU)).revision == 3


def test_two_corrections_of_the_subjects_conflict(quotation, edit):
    correct_quotation(quotation.pk, SUBJECTS, edit([]))
    with pytest.raises(ConflictError) as conflict:
        correct_quotation(quotation.pk, SUBJECTS, edit(PERU))
    assert conflict.value.last.after == []
    assert SUBJECTS.value(quotation) == []


@pytest.mark.parametrize(
    ("after", "error"),
    [
        (FOUND, NothingToCorrectError),
        ([{"kind": "country", "name": "Atlantis"}], ValueError),
        ([{"kind": "person", "name": "..."}], ValueError),
    ],
)
def test_what_is_wrong_changes_nothing(quotation, edit, after, error):
    with pytest.raises(error):
        correct_quotation(quotation.pk, SUBJECTS, edit(after))
    assert SUBJECTS.value(quotation) == FOUND
    assert not Correction.objects.exists()


def test_a_quotation_whose_subjects_were_corrected_is_never_dropped(quotation, edit, source):
    correct_quotation(quotation.pk, SUBJECTS, edit(PERU))
    import_article(source((TEXTS[0], "Nobody spoke.")))
    quotation.refresh_from_db()
    assert quotation.standing == "gone"
    assert Subject.objects.filter(quotation=quotation).count() == 1

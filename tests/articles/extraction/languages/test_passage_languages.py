"""Which language a passage is in: by its own words, by its neighbours, by what the source says."""

import pytest

from articles.extraction import extract
from articles.extraction.findings import Passage
from articles.extraction.languages import passage_languages as module
from articles.extraction.languages.passage_languages import passage_languages
from articles.paragraph_kinds import PassageKind
from tests.articles.extraction.languages.articles_of_languages import REPORTS

ENGLISH = "The mayor said on Monday that the work would be done by autumn, and that nobody would have to wait for it."
GERMAN, FRENCH = REPORTS["de"][0], REPORTS["fr"][0]
PROMISE = "We will not stop until the work is done, and that is a promise that we have made to all of you."
VERSPRECHEN = "Wir werden nicht aufhören, bevor die Arbeit getan ist, und das ist ein Versprechen an alle"


def languages(*texts, said=""):
    return passage_languages([Passage(text) for text in texts], said)


@pytest.mark.parametrize("code", REPORTS)
def test_a_report_is_in_its_language(code):
    assert languages(REPORTS[code][0]) == [code]


@pytest.mark.parametrize("said", ["en", "xx-klingon", "", "not a language at all", "12", "en_GB.UTF-8"])
def test_plain_words_count_more_than_what_the_source_says(said):
    assert languages("Die Wahlen", GERMAN, said=said) == ["de", "de"]


@pytest.mark.parametrize("said", ["de", "fr-CA", "Portuguese", "nonsense", "zxx"])
def test_english_is_english_whatever_the_source_says(said):
    assert languages("Another day", ENGLISH, said=said) == ["en", "en"]


@pytest.mark.parametrize(
    ("said", "code"),
    [("de", "de"), ("de-AT", "de"), ("ger", "de"), ("German", "de"), ("zh_Hant", "zh"), ("fr", "fr")],
)
def test_where_words_are_too_few_the_source_says(said, code):
    assert languages("Die Wahlen", said=said) == [code]


@pytest.mark.parametrize(
    ("texts", "codes"),
    [
        ([ENGLISH, GERMAN, ENGLISH], ["en", "de", "en"]),
        ([ENGLISH, GERMAN, "Im Fall", GERMAN, "At last", 4 * ENGLISH], ["en", "de", "de", "de", "en", "en"]),
        ([GERMAN, GERMAN, "Ein Wort", ENGLISH], ["de", "de", "de", "en"]),
        ([ENGLISH, ENGLISH, REPORTS["ru"][0], ENGLISH], ["en", "en", "ru", "en"]),
        ([FRENCH, "Et après", GERMAN, FRENCH, FRENCH], ["fr", "fr", "de", "fr", "fr"]),
    ],
)
def test_a_short_passage_goes_with_both_neighbours_or_the_article(texts, codes):
    assert languages(*texts) == codes


@pytest.mark.parametrize(
    ("neighbour", "text", "code"),
    [
        (GERMAN, f"Die Bürgermeisterin Karin Vogt sagte im Rathaus: „{PROMISE}“ Danach ging sie nach Hause.", "de"),
        (ENGLISH, f"Die Bürgermeisterin Karin Vogt sagte im Rathaus: „{PROMISE}“ Danach ging sie nach Hause.", "de"),
        (ENGLISH, f"Le maire de la ville a dit mardi : « {PROMISE} » Il est parti ensuite pour la France.", "fr"),
        (GERMAN, f"Burgemeester Smit zei in het stadhuis: ‘{PROMISE}’ Daarna ging hij naar huis.", "nl"),
        (GERMAN, f"„{PROMISE}“, sagte Vogt am Montag.", "de"),
        (GERMAN, f"„{PROMISE}“", "en"),
        (ENGLISH, f"“{VERSPRECHEN}”, said Karin Vogt.", "en"),
        (ENGLISH, f"“{VERSPRECHEN}”, said Karin Vogt, the mayor of Lindau, on Monday.", "en"),
        (GERMAN, f"The mayor told them what she thinks in a letter: „{VERSPRECHEN}“, and went home.", "en"),
        (ENGLISH, f"„{VERSPRECHEN}“, sagte Vogt.", "de"),
        (ENGLISH, f"“{PROMISE}” Luis de la Cruz noted.", "en"),
        (ENGLISH, f"“{PROMISE}”, said Luis de la Cruz of the Café de la Paix and of the Hotel de la Tour.", "en"),
    ],
)
def test_a_passage_is_in_the_language_of_the_words_around_its_marks(neighbour, text, code):
    own = "de" if neighbour == GERMAN else "en"
    assert languages(neighbour, text, neighbour) == [own, code, own]


@pytest.mark.parametrize(
    ("neighbour", "text", "code"),
    [
        (ENGLISH, "Nous irons jusqu’au bout de cela.", "fr"),
        (ENGLISH, "Die Arbeiten enden erst im Herbst.", "de"),
        (ENGLISH, "¿Qué pasa con la ciudad?", "es"),
        (ENGLISH, "Это не конец.", "ru"),
        (GERMAN, "“We are done with this,” he said.", "en"),
        (GERMAN, "Das Ende", "de"),
        (GERMAN, "Breaking News", "de"),
        (REPORTS["uk"][0], "Це не кінець.", "uk"),
        (ENGLISH, "El Pollo Loco de la Plaza", "en"),
        (ENGLISH, "Don Quixote de la Mancha opera opens", "en"),
        (ENGLISH, "Tour de France: stage 5 results", "en"),
        (ENGLISH, "Raison d’être of the party", "en"),
        (ENGLISH, "Harbour de facto closed de jure open", "en"),
    ],
)
def test_a_few_words_are_in_a_language_of_their_own_where_it_is_sure(neighbour, text, code):
    own = languages(neighbour)[0]
    assert languages(neighbour, text, neighbour) == [own, code, own]


def test_a_few_words_in_another_language_do_not_outweigh_what_the_source_says():
    assert languages("Die Wahlen", "“We are done with this,” he said.", said="de") == ["de", "en"]


@pytest.mark.parametrize(
    "text",
    [
        "Zorba Quint spoke.",
        "Paris, Texas",
        "Karl Berg, Jean Dupont, Luis de la Cruz, Hans van der Meer, Pierre Le Goff",
        "Voters Reject Tax Plan as Governor Vows New Fight, Warns of Cuts",
        "Mr. Rahal was arrested on Monday.",
        "On Friday Stanisław Brzęczyszczykiewicz left. The house was empty.",
        "Señor José Muñoz Peñalosa was in Ibagué at noon.",
        "François Lefèvre-Béart is a judge in Besançon.",
        "Jürgen Großkreutz was born in Überlingen in 1950.",
    ],
)
def test_names_and_headlines_are_english_as_long_as_nothing_speaks_for_another_language(text):
    assert languages(text) == ["en"]


def test_an_english_article_never_loads_the_detector(monkeypatch):
    monkeypatch.setattr(module, "detect", None)
    row_of_names = "Karl Berg, Jean Dupont, Luis de la Cruz, Hans van der Meer, Pierre Le Goff"
    assert languages("Flood in Peru", ENGLISH, row_of_names) == ["en", "en", "en"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "a" * 1_000_000,
        "“" * 5_000,
        "\x00\x01\x02ÿþ" * 2_000,
        "\ud800 \udfff" * 50,
        "0 1 2 3 4 5 6 7 8 9 10 11",
        "ÿ" * 99,
    ],
    ids=["empty", "blank", "one letter", "marks", "binary", "halves", "figures", "noise"],
)
@pytest.mark.parametrize("said", ["", "de", "\x00" * 100, "e" * 100_000])
def test_hostile_texts_name_nobody(text, said):
    found = extract([Passage("", PassageKind.TITLE), Passage(text)], language=said)
    assert (found.people, found.countries) == ((), ())


def test_no_passages_have_no_languages():
    assert languages(said="de") == []

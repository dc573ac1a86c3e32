"""Umlauts that are spelled out meet the umlaut, and English words keep their vowels."""

import pytest

from articles.names.umlauts import without_umlauts
from search.language.analysis import fold, forms

GERMAN = """
    Müller Schröder Schäfer Köhler Krüger Jäger König Krämer Böhm Günther Schäffer Köster Kühn Löffler Häfner
    Bäcker Hübner Göring Goebbels Göbel Böttcher Förster Jürgen Jörg Björn Sören Götz Schütz Händel Völker
    Bühler Möller Schönberg Grünwald Büchner Führer Österreich Köln Düsseldorf Nürnberg Zürich München Münster
    Würzburg Tübingen Lübeck Göttingen Osnabrück Thüringen Kärnten Özil Gülen Schäuble Süddeutsche Röntgen
    Jørgensen Sørensen Malmö
"""
SPELLING = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ö": "Oe", "ø": "oe"})
ENGLISH = """
    blue true value values issued argued league fuel fuels fuelled fuelling duel cruel cruelty gruelling
    gruesome queen question guess guest guerrilla request Tuesday influence influenza fluent congruent affluent
    sequel blueprint rescuers issuers Manuel Samuel Emanuel Venezuela Puerto Huerta Suez puede Buenos muerte
    avenue statuette silhouettes suede poem poet poetry poets does goes heroes shoes shoestring Joel Noel Noelle
    Phoenix phoebe coerce coefficient coexist coeval subpoena doers wrongdoers whoever Boeing toe toehold
    diarrhoea oestrogen amoeba roebuck Michael Israel Rafael Caesar aerial aerosol aesthetic anaemia archaeology
    paella maestro Tsarnaev Daesh Loews Petraeus neue true-blue
"""


@pytest.mark.parametrize("name", GERMAN.split())
def test_an_umlaut_meets_its_two_letters_and_its_one(name: str) -> None:
    spelled_out, plain = name.translate(SPELLING), fold(name)
    assert forms(name) == forms(spelled_out) == forms(spelled_out.upper())
    assert forms(name) == forms(without_umlauts(plain))


@pytest.mark.parametrize("word", ENGLISH.split())
def test_english_words_stay_as_they_are(word: str) -> None:
    assert without_umlauts(word.lower()) == word.lower()


@pytest.mark.parametrize(
    "kept", [("blue", "blu"), ("neue", "neu"), ("Manuel", "Manul"), ("true", "tru"), ("Loews", "lows")]
)
def test_what_is_no_umlaut_stays_apart(kept: tuple[str, str]) -> None:
    assert forms(kept[0])[0] != forms(kept[1])[0]


@pytest.mark.parametrize(("beginning", "name"), [("muell", "Müllers"), ("duess", "Düsseldorf")])
def test_a_beginning_begins_what_its_word_begins(beginning: str, name: str) -> None:
    assert forms(name)[0].startswith(forms(beginning)[0])

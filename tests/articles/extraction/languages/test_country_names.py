"""Names of countries in other languages: CLDR's, the folder's, inflected, written together with small words."""

import pytest

from articles.extraction.languages.country_names import names_of_countries


@pytest.mark.parametrize(
    ("code", "text", "countries"),
    [
        ("de", "Deutschlands Nachbar Österreich, die USA und die Vereinigten Staaten", ["DE", "AT", "US", "US"]),
        ("de", "Südkorea und Nordkorea, Nordirland, Südsudan", ["KR", "KP", "GB", "SS"]),
        ("de", "Frankreichfan, Irlandreise", []),
        ("fr", "l'Allemagne, la Côte d'Ivoire et la Grande-Bretagne", ["DE", "CI", "GB"]),
        ("fr", "François Hollande et le boulevard Saint-Martin", []),
        ("es", "Israel Hernández llegó a EE.UU. desde Israel", ["US", "IL"]),
        ("es", "el general San Martín comía chile y perú", []),
        ("pt", "Polónia, Polônia, Irão e Irã", ["PL", "PL", "IR", "IR"]),
        ("it", "dagli Stati Uniti ai Paesi Bassi", ["US", "NL"]),
        ("ru", "Из России в Германию, между Китаем и США, в Саудовской Аравии", ["RU", "DE", "CN", "US", "SA"]),
        ("ru", "польша с маленькой буквы, Франция", ["FR"]),
        ("pl", "z Niemiec do Francji, w Stanach Zjednoczonych", ["DE", "FR", "US"]),
        ("fi", "Saksassa ja Ranskasta", ["DE", "FR"]),
        ("hu", "Németországban, Franciaországból", ["DE", "FR"]),
        ("tr", "Almanya'nın ve Yunanistan'dan; mali yıl", ["DE", "GR"]),
        ("ar", "وفرنسا وبألمانيا في مصر", ["FR", "DE", "EG"]),
        ("he", "מגרמניה לצרפת ובישראל", ["DE", "FR", "IL"]),
        ("ja", "米国と日本、インドネシアとインド、マリオ", ["US", "JP", "ID", "IN"]),
        ("zh", "中國與美國，印度尼西亚和印度", ["CN", "US", "ID", "IN"]),
        ("ko", "미국에서 독일과 프랑스는", ["US", "DE", "FR"]),
        ("ko", "독일어를 배운다", []),
        ("id", "Jerman dan Prancis", ["DE", "FR"]),
        ("th", "เยอรมนีและฝรั่งเศส", ["DE", "FR"]),
        ("de", "Kongo ist ein Fluss", []),
        ("xx", "Germany and France", []),
        ("", "Germany", []),
    ],
)
def test_countries_are_known_by_the_names_of_the_language(code, text, countries):
    assert [country for _, _, country in names_of_countries(code).found_in(text)] == countries


def test_a_place_is_the_words_that_name_the_country():
    text = "Heute in Frankreich."
    ((start, end, _),) = names_of_countries("de").found_in(text)
    assert text[start:end] == "Frankreich"

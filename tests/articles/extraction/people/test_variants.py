"""Whether two names may be one person's: tables of names, all invented or of common knowledge."""

import pytest

from articles.extraction.people.corroboration import PersonContext, corroborated_by
from articles.extraction.people.variants import NameVariant, blocking_keys, name_variant

SPELLING, SHORT, LEFT_OUT = NameVariant.SPELLING, NameVariant.SHORT_FORM, NameVariant.LEFT_OUT
CASES = [
    # in other letters
    ("Mohammed Attar", "Muhammad Attar", SPELLING),
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy", SPELLING),
    ("Volodymyr Zelenskiy", "Vladimir Zelensky", SPELLING),
    ("Muammar Gaddafi", "Muammar Qaddafi", SPELLING),
    ("Muammar Qaddafi", "Muammar Kadhafi", SPELLING),
    ("Yuri Belov", "Yury Belov", SPELLING),
    ("Viktor Yanukovych", "Viktor Yanukovich", SPELLING),
    ("Abdel Fattah el-Sisi", "Abdel Fattah al-Sisi", SPELLING),
    ("Kim Jong-un", "Kim Jongun", SPELLING),
    # short forms, left out, initials
    ("Bill Marlow", "William Marlow", SHORT),
    ("Bob Marlow", "Rob Marlow", SHORT),
    ("Catherine Vale", "Kathryn Vale", SHORT),
    ("Steve Marsh", "Stephen Marsh", SHORT),
    ("Jon Vale", "John Vale", SHORT),
    ("Geoffrey Vale", "Jeff Vale", SHORT),
    ("Geoffrey Vale", "Jeffrey Vale", SHORT),
    ("George W. Bush", "George Bush", LEFT_OUT),
    ("Hillary Rodham Clinton", "Hillary Clinton", LEFT_OUT),
    ("Ada M. L. Brandt", "Ada M. Brandt", LEFT_OUT),
    ("Jane Okafor", "J. Okafor", NameVariant.INITIAL),
    ("Ada Maria Brandt", "Ada M. Brandt", NameVariant.INITIAL),
    ("Gabriel José Vale Reis", "Gabriel Vale Reis", LEFT_OUT),
    # slips and generations
    ("Ada Winterbottom", "Ada Winterbotom", SPELLING),
    ("Ada Wintergarden", "Ada Wintegrarden", NameVariant.SLIP),
    ("Ada Feldmann", "Ada Feltmann", NameVariant.SLIP),
    ("Li Jinping", "Li Jinpeng", NameVariant.SLIP),
    ("Martin Brandt Jr.", "Martin Brandt", NameVariant.GENERATION),
    ("Bill J. Marlow", "William Marlow", NameVariant.SEVERAL),
    ("Bill Marlow Jr.", "William Marlow", NameVariant.SEVERAL),
    # the same name
    ("Amara Okafor", "AMARA OKAFOR", None),
    ("José Núñez", "Jose Nunez", None),
    # two people
    ("Kim Jong-un", "Kim Jong-il", None),
    ("Kim Jong-un", "Kim Jong-nam", None),
    ("George W. Bush", "George H. W. Bush", None),
    ("George H. Bush", "George W. Bush", None),
    ("Martin Brandt Jr.", "Martin Brandt Sr.", None),
    ("Hassan Attar", "Hussein Attar", None),
    ("Jamal Attar", "Jamil Attar", None),
    ("Maria Vale", "Marie Vale", None),
    ("Maria Vale", "Mario Vale", None),
    ("John Vale", "Joan Vale", None),
    ("John Vale", "Jane Vale", None),
    ("Peter Hansen", "Peter Jansen", None),
    ("Ada Moore", "Ada Murray", None),
    ("Peter Hall", "Peter Hill", None),
    ("Li Wei", "Li Wen", None),
    ("Lin Peng", "Lin Ping", None),
    ("Ana Brandt", "Ben Brandt", None),
    ("J. Okafor", "K. Okafor", None),
    ("Okafor", "Amara Okafor", None),
    ("", "", None),
]


@pytest.mark.parametrize(("one", "other", "kind"), CASES)
def test_names_are_judged(one, other, kind):
    assert name_variant(one, other) == name_variant(other, one) == kind


@pytest.mark.parametrize(("one", "other"), [case[:2] for case in CASES if case[2] and case[2] != NameVariant.SLIP])
def test_variants_are_looked_up_by_a_key_in_common(one, other):
    assert blocking_keys(one) & blocking_keys(other)


def of(*roles, countries=""):
    return PersonContext(frozenset(roles), frozenset(countries.split()))


@pytest.mark.parametrize(
    ("kind", "one", "other", "sign"),
    [
        (SPELLING, of("harbour minister"), of("harbour minister"), "both “harbour minister”"),
        (SPELLING, of("harbour minister"), of("former harbour minister"), "both “harbour minister”"),
        (SPELLING, of(countries="EG"), of(countries="EG LY"), "both beside Egypt"),
        (SPELLING, of("minister", countries="EG"), of(countries="EG"), "both beside Egypt"),
        (SPELLING, of("minister", countries="EG"), of("footballer", countries="EG"), ""),
        (SPELLING, of(countries="EG"), of(countries="LY"), ""),
        (SPELLING, of(), of(), ""),
        (SPELLING, of("president"), of("president"), ""),
        (SPELLING, of("president", countries="UA"), of("Ukrainian president", countries="UA"), "both “president”"),
        (SHORT, of("president", countries="UA"), of("president", countries="UA"), "both “president”"),
        (SHORT, of(countries="US"), of(countries="US"), ""),
        (LEFT_OUT, of(countries="US"), of("mayor", countries="US"), ""),
        (LEFT_OUT, of("ferry union leader"), of("ferry union leader"), "both “ferry union leader”"),
        (LEFT_OUT, of("the former"), of("the former"), ""),
        (NameVariant.INITIAL, of("harbour minister"), of("harbour minister"), ""),
        (NameVariant.GENERATION, of("harbour minister"), of("harbour minister"), ""),
        (NameVariant.SLIP, of("harbour minister"), of("harbour minister"), ""),
        (NameVariant.SEVERAL, of("harbour minister"), of("harbour minister"), ""),
    ],
)
def test_a_second_sign_bears_it_out_or_not(kind, one, other, sign):
    assert corroborated_by(kind, one, other) == sign

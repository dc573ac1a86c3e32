"""Words however they are spelled: what is found, and what a page marks in it."""

import pytest

from search.engines.port import EngineRequest
from search.language.analysis import analyse
from search.language.highlighting import highlight, highlight_terms
from search.language.parser import parse

TEXTS = {
    "us": "They told us to wait",
    "US": "The US troops left",
    "U.S.": "Some U.S. troops left",
    "US’s": "This is the US’s plan and the U.S.’s",
    "shouted": "IT IS US AGAINST THEM",
    "within": "The crowd sang GIVE US ARMS all night",
    "contraction": "They shouted IT'S LATE and left",
    "UN": "The UN-recognized council met",
    "recognized": "An unrecognized council met",
    "NATO": "NATO met, and a Nato envoy of N.A.T.O. spoke",
    "e-mail": "He wrote e-mails on a co-operative G-20 day",
    "email": "She read an email about the cooperative of the G20",
    "vice": "A vice president and a vice-president",
    "names": "O’Brien of Côte d’Ivoire met Ms Oréal of L’Oréal in İstanbul'da",
    "obrien": "OBrien wrote from Divoire",
    "initials": "A book by J. R. R. Tern, Ph.D., once J.R.R. Tern",
    "umlauts": "Herr Löwe and Frau Köhn met Håkon",
    "spelled": "Herr Loewe and Frau Koehn met Haakon",
    "cut": "A long go- vernment inquiry of the anti- war group",
    "numbers": "They won 5-0 in 2022-23 on 9-11 with F-16s",
    "ja": "港町の渡し船の運賃。下げると発表した",
    "zh": "检查pier-db7后关闭码头系统。",
    "ko": "서울에서 만난 사람",
    "th": "การเมืองไทยวันนี้",
    "ar": "مَرَّاكُش شـــابوص القاهرة على آسفي مسئول",
    "he": "מְדִינָה קטנה",
    "hi": "हिन्दी में",
}
FOUND = [
    ("us", "us US U.S. US’s shouted within"),
    ("US", "US U.S. US’s"),
    ("U.S.", "US U.S. US’s"),
    ('"US troops"', "US U.S."),
    ('"u.s. troops"', "US U.S."),
    ('"us troops"', "US U.S."),
    ('"troops us"~3', "US U.S."),
    ("U.S.*", "US U.S. US’s"),
    ("unrecognized", "recognized"),
    ("unrecog*", "recognized"),
    ("unrecogniced~", "recognized"),
    ('"an unrecognized"', "recognized"),
    ("UN-recognized", "UN"),
    ("UN", "UN"),
    ("U.N.", "UN"),
    ("recognized", "UN"),
    ("N.A.T.O.", "NATO"),
    ("nato", "NATO"),
    ("Nato*", "NATO"),
    ("email", "e-mail email"),
    ("e-mail", "e-mail email"),
    ("E-mails", "e-mail email"),
    ("emai*", "e-mail email"),
    ("e-mai*", "e-mail email"),
    ("emial~", "email"),
    ("emals~", "e-mail"),
    ('"an e-mail about"', "email"),
    ('"wrote emails"', "e-mail"),
    ('"emails cooperative"~3', "e-mail"),
    ('"email cooperative"~3', "email"),
    ("cooperative", "e-mail email"),
    ("co-operatives", "e-mail email"),
    ('"the co-operative"', "email"),
    ("G20", "e-mail email"),
    ("G-20", "e-mail email"),
    ('"the G-20"', "email"),
    ("g20*", "e-mail email"),
    ("vice-president", "vice"),
    ("vicepresident", "vice"),
    ("atleast2(vicepresident)", ""),
    ("atleast2(emails)", ""),
    ('"vice president"', "vice"),
    ("ivoire", "names"),
    ("d'ivoire", "names obrien"),
    ("divoire", "names obrien"),
    ('"cote divoire"', "names"),
    ("Oréal", "names"),
    ("loreal", "names"),
    ("atleast2(oreal)", "names"),
    ("istanbul", "names"),
    ("obrien", "names obrien"),
    ("o'brien", "names obrien"),
    ("O'Brien*", "names obrien"),
    ("obrein~", "names obrien"),
    ("brien", "names"),
    ("J.R.R.", "initials"),
    ('"jrr tern"', "initials"),
    ('"J. R. R. Tern"', "initials"),
    ("PhD", "initials"),
    ("ph.d.", "initials"),
    ("J. R. R. Tern", "initials"),
    ("tern -J. R. R.", ""),
    ("f-16", "numbers"),
    ("F16", "numbers"),
    ("IT", ""),
    ("it's", "shouted contraction"),
    ("Löwe", "umlauts spelled"),
    ("Loewe", "umlauts spelled"),
    ("Lowe", "umlauts spelled"),
    ("Köhn", "umlauts spelled"),
    ("Koehn", "umlauts spelled"),
    ('"frau koehn"', "umlauts spelled"),
    ("Koeh*", "umlauts spelled"),
    ("Haakon", "umlauts spelled"),
    ("Håkon", "umlauts spelled"),
    ("government", "cut"),
    ("antiwar", "cut"),
    ("anti-war", "cut"),
    ("911", ""),
    ("50", ""),
    ("5-0", "numbers"),
    ("渡し船", "ja"),
    ("船", "ja"),
    ("運賃", "ja"),
    ("運賃下げる", ""),
    ("賃下", ""),
    ('"運賃。下げる"', "ja"),
    ("渡し*", "ja"),
    ('"渡し船 運賃"~3', "ja"),
    ('"渡し船 運賃"~0', ""),
    ("atleast2(渡し船)", ""),
    ("atleast2(の)", "ja"),
    ("系统", "zh"),
    ("db7", "zh"),
    ("pier-db7", "zh"),
    ("서울", "ko"),
    ("사람", "ko"),
    ("เมือง", "th"),
    ("ไทย", "th"),
    ("مراكش", "ar"),
    ("مَراكش", "ar"),
    ("شابوص", "ar"),
    ("القاهره", "ar"),
    ("القاهرة", "ar"),
    ("علي", "ar"),
    ("اسفي", "ar"),
    ("أسفي", "ar"),
    ("مسؤول", "ar"),
    ("مدينة", ""),
    ("מדינה", "he"),
    ("हिन्दी", "hi"),
    ("हिनदी", ""),
    ("troops -US", ""),
    ("council -UN", "recognized"),
    ("港町 -運賃", ""),
    ("運賃 -電車", "ja"),
]


@pytest.fixture
def filled(fill, document, engine):
    fill(*(document(number, number, text) for number, text in enumerate(TEXTS.values(), 1)))
    return engine


def found(engine, query: str) -> set[str]:
    groups = engine.search(EngineRequest(parse(query).query, groups_per_page=100)).groups
    return {list(TEXTS)[int(group.value) - 1] for group in groups}


def test_each_spelling_finds_the_others(filled):
    wrong = {
        query: (sorted(got), sorted(names.split()))
        for query, names in FOUND
        if (got := found(filled, query)) != set(names.split())
    }
    assert wrong == {}


def test_what_is_found_is_marked_and_nothing_else(filled):
    positive = [query for query, _ in FOUND if "-" not in query and "atleast" not in query]
    wrong = {}
    for query in positive:
        marks = highlight_terms(parse(query).query)
        marked = {name for name, text in TEXTS.items() if highlight(marks, text)}
        if marked != found(filled, query):
            wrong[query] = marked
    assert wrong == {}
    assert positive


MARKED = [
    ("us", "They told us, the US and U.S.’s", ["us", "US", "U.S.’s"]),
    ("US", "They told us, the US and U.S. envoys", ["US", "U.S."]),
    ("email", "An e-mail, e-mails; email", ["e-mail", "e-mails", "email"]),
    ("e-mail", "An e-mail or e mail", ["e-mail", "e mail"]),
    ("ivoire", "Côte d’Ivoire", ["Ivoire"]),
    ("obrien", "Mr O’Brien’s", ["O’Brien’s"]),
    ("government", "the go- vernment", ["go- vernment"]),
    ("渡し船", "港町の渡し船の運賃", ["渡し船"]),
    ("船", "渡し船の船", ["船", "船"]),
    ('"船の運賃"', "渡し船の運賃。", ["船の運賃"]),
    ("系统", "码头系统。", ["系统"]),
    ("مراكش", "في مَرَّاكُش", ["مَرَّاكُش"]),
    ("loewe", "Herr Löwe", ["Löwe"]),
    ("jrr", "by J. R. R. Tern", ["J. R. R"]),
    ('"渡し船 運賃"~3', "渡し船の運賃", ["渡し船", "運賃"]),
    ('"email day"~2', "an e-mail on the day", ["e-mail", "day"]),
]


@pytest.mark.parametrize(("query", "text", "marked"), MARKED)
def test_what_is_marked(query, text, marked):
    spans = highlight(highlight_terms(parse(query).query), text)
    assert [text[start:end] for start, end in spans] == marked


RUNS = ["渡し", "a-", "a'", "J. ", "US ", "US-", "กา", "é-", "e-mail's-", "Ö", "。漢", "-", "go- v"]


@pytest.mark.parametrize("part", RUNS)
def test_runs_without_end_have_as_many_terms_as_letters(part):
    """Counted, not timed: what is kept of a text grows with its length."""
    text = part * (5_000 // len(part))
    found = analyse(text)
    assert len(found.tokens) + len(found.variants) <= 3 * len(text)
    letters = [*(len(one.word) for one in found.tokens), *(len(one.word) for one in found.variants)]
    assert sum(letters) <= 12 * len(text)

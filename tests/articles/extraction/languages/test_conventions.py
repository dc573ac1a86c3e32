"""Pairs of marks by the convention of a language."""

import pytest

from articles.extraction.languages.conventions import convention_of, pairs_by
from tests.costs import cpu_cost


def inside(code, text):
    return [text[pair.inner_start : pair.inner_end] for pair in pairs_by(convention_of(code), text)]


@pytest.mark.parametrize(
    ("code", "text", "marked"),
    [
        ("de", "„Wir gehen heim“, sagte sie.", ["Wir gehen heim"]),
        ("de", "»Wir gehen heim«, sagte sie.", ["Wir gehen heim"]),
        ("de", "«Wir gehen heim», sagte sie.", ["Wir gehen heim"]),
        ("de", "„Er rief ‚Halt‘ und ging“, sagte sie.", ["Er rief ‚Halt‘ und ging"]),
        ("de", "„Wir gehen”, sagte sie. „Jetzt.”", ["Wir gehen", "Jetzt."]),
        ("de", "Sie sagte: ‚Wir gehen.‘", ["Wir gehen."]),
        ("fr", "« On y va », dit-elle. L'« État » attend.", ["On y va", "État"]),
        ("fr", "Il parle d’“un grand pas”.", ["un grand pas"]),
        ("sv", "”Vi går hem”, sade hon. ”Nu.”", ["Vi går hem", "Nu."]),
        ("da", "»Vi går hjem«, sagde hun.", ["Vi går hjem"]),
        ("nl", "‘We gaan naar m’n huis’, zei ze.", ["We gaan naar m’n huis"]),
        ("pl", "„Idziemy do domu”, powiedziała.", ["Idziemy do domu"]),
        ("ja", "「行きます」と言った。『はい』", ["行きます", "はい"]),
        ("ja", "「『行く』と言った」と話した。", ["『行く』と言った"]),
        ("zh", "他说：“我们走。”", ["我们走。"]),
        ("he", 'צה"ל הודיע: "נמשיך מחר".', ["נמשיך מחר"]),
        ("ru", 'Он сказал: "Мы идём".', ["Мы идём"]),
        ("th", "เขาพูดว่า “เราไป”", ["เราไป"]),
        ("de", 'Ein Zoll (2") ist 5 cm.', []),
        ("de", "Das Wort heim“ steht falsch.", []),
        ("de", "Er sagte „das und ging. Sie sagte «nein».", ["nein"]),
        ("de", "Sie sagte: „Das geht so weiter", ["Das geht so weiter"]),
        ("es", "", []),
    ],
)
def test_marks_pair_as_the_language_writes_them(code, text, marked):
    assert inside(code, text) == marked


@pytest.mark.parametrize("piece", ["„", "“", "«»", "„a ", '"', ' "a', "»« "])
def test_marks_without_end_take_linear_time(piece):
    convention = convention_of("de")

    def cost(length):
        return cpu_cost(lambda: pairs_by(convention, piece * (length // len(piece))))

    assert cost(80_000) < 16 * max(cost(20_000), 0.001)

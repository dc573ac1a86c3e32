"""Umlauts that are spelled out: Mueller, Goettingen and Fuehrer fold as Müller, Göttingen and Führer do.

Most ae, oe and ue of English texts are none: blue, poet, fuel, Michael and Puerto stay as they are. No dictionary
decides, but the letters around: what stands before and after an umlaut in German and Scandinavian names, and hardly
ever around these two letters in an English word. Only those few letters count, so "muell*" still begins Muellers.

Measured on 12,367 articles (122,686 different words as written, 8.5 million in all): 150 of them fold otherwise than
without this, 3,870 times. 32 of these meet another word of the archive, nearly all the other spelling of the same name;
the worst that do not are Woerth with worth, Roeller with roller and Toepper with topper. Of the names of towns in
Germany, Austria and Switzerland that have an umlaut (GeoNames), six in ten meet their spelled-out form.
"""

import re

BEFORE = "[bdfghjklmnprstvwxz]"  # no c (coeval), no q (queen)
AFTER_ANY = "h[lmnr] ck ch tz tt(?!e) ss sch mm mpf pf pp pk kk bk gg rr rg rl rn rk rm rz rch rs[ect] rtt th"
AFTER = {
    "ae": "ff fer fn mer ger gel der ber ndel nder nse tte dt stner kinen",
    "oe": "we ff fer mer ger gel der del ber bb bel lf lk lt lz ln ld nig nch nn ning nitz ntg ring rt tte fven",
    "ue": "nch nst ndn nss dt ring rer",
}
ANYWHERE = """
    aeu(?!s(?:$|')) [fghkmrtvwyz]oell [mt]uell [hkst]ueb(?!y) luebeck kruege gruen(?![ct]) [mk]uen[cdst] guenth?er muenz
    zuerich loewen(?=[bhst]) koest soeren goeteborg malmoe huette suedd guelen bruening moebius
    sch[lmnrw]?[aou]e(?=[bcdfghklmnprtwz])
"""
AT_THE_START = "aerzt oesterr oetti oerl oezil oezd oeffn ueber ueck"


def _any_of(patterns: str) -> str:
    return "|".join(patterns.split())


def _around(digraph: str) -> str:
    before = BEFORE.replace("g", "") if digraph == "ue" else BEFORE  # guess, guerrilla
    return f"{before}{digraph}(?:{_any_of(AFTER_ANY)}|{_any_of(AFTER[digraph])})"


SPELLED_OUT = re.compile("|".join([*map(_around, AFTER), _any_of(ANYWHERE), f"^(?:{_any_of(AT_THE_START)})"]))
DIGRAPH = re.compile("(?<=[aou])e")


def without_umlauts(word: str) -> str:
    """Take the e of umlauts that are spelled out off a folded word."""
    if "ae" not in word and "oe" not in word and "ue" not in word:
        return word
    return SPELLED_OUT.sub(lambda found: DIGRAPH.sub("", found.group(), count=1), word)

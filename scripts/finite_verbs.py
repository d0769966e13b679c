#!/usr/bin/env python3
"""Counts finite verbs of bokmål and nynorsk and prints them: crates/text/src/lists/norwegian/finite_verbs.txt.

usage: finite_verbs.py DATA_FOLDER > crates/text/src/lists/norwegian/finite_verbs.txt

DATA_FOLDER holds the sets of SOURCES (JSON Lines, gzipped). A word that ends like a finite verb, or as one of the strong verbs
does, is taken where it stands often enough behind «han», «vi» and the like, and seldom behind «å». The last lines of the list are
its gaps: verbs that are common in news and rare in what was counted. Texts of topics-gold-dev (first 200 characters equal) and
news of norquad that are kept for readers are left out.
"""
import gzip
import hashlib
import json
import re
import sys
from collections import Counter

SOURCES = ["norec-train", "giella-gov", "nor-pvi", "narc", "norquad", "ton-sentences"]
SUBJECTS = set("han hun ho jeg eg vi man du me dere".split())
ENDINGS = tuple("er ar år ør te de et a tes des es ast".split())
STRONG = """bad ba bar bandt batt brast brakk brøt braut drikk drakk dreg dro drog falt fall fell fant fann finn fløy flaug galdt gjaldt
    gjeld gled gråt grep greip hang heng held heldt holdt krøp lot lèt lét løp nøt rant rann renn reid red røk ryk sank søkk sokk satt sat
    skjøt skaut skyt skrek skreik slo sleit slet slapp slepp sov sprakk sprang stakk steg steig stjal stod sto strid sveik svor sang song
    tal tek tok treff traff trekk trakk tvang tving vant vann vinn vek veik lå låg så såg drap kom kjem gikk gjekk ga gav gir gjev gjer
    gjorde sa visste skrev skreiv gret bei bet bød fikk fekk lo la ble blei vart seier skriv krev driv veks tar får går står slår""".split()
GAPS = """er blir ble blei vart vert har hadde skal skulle vil ville kan kunne må måtte bør burde får fikk fekk markerer avduker melder
    opplyser la lot låg drap veks finn pågrep underheldt tillèt krev fører hører gjer veit kjem skriv seier
    legg planlegg brann omkom røk offentliggjorde skryt let slepp finst stengjer byggjer søkjer aukar minkar føreslår foreslår stadfestar døydde døde fell fall
    rasa kolliderte trivst krasja krasjet velta veltet brenn vedtok la møtte fekk avgjorde avgjer slår vann tapte taper tapar utvidar utvider smalt gjelder skalv bur stel ristar varde pågår består imponerte krever varsler varslar stenger åtvarar""".split()
NONE = set("""sitjande kunststykket forgjeves ofta heller leder advart altså anbefalt fortsatt forklaringa opprettinga gamla også iallfall
    ihvertfall åsså hensatt tilsett tilsidesatt målbar mer meir eller etter over under her der hver kvar år per når før mellom ellers vår
    aller seks da meget etterpå neppe ofte gjerne likevel fordi blant imidlertid""".split())
LEAST, SHARE, INFINITIVE = 15, 0.045, 0.12
TOKEN = re.compile(r"[A-Za-zÆØÅæøåéèòóô][\w\-]*|[.,!?:;«»–\"()]")


def rows(folder, name):
    with gzip.open(f"{folder}/{name}.jsonl.gz", "rt", encoding="utf8") as lines:
        yield from map(json.loads, lines)


def is_kept(identifier):
    return "norquad-news" in identifier and hashlib.sha256(identifier.encode()).digest()[0] >= 0xC0


def counts(folder):
    """How often each word stands in small letters, behind a subject, and behind «å»."""
    exam = {row["text"][:200] for row in rows(folder, "topics-gold-dev")}
    small, subject, infinitive = Counter(), Counter(), Counter()
    for row in (row for name in SOURCES for row in rows(folder, name)):
        if row["text"][:200] in exam or is_kept(row["id"]):
            continue
        before = ""
        for match in TOKEN.finditer(row["text"]):
            word = match.group().lower()
            if match.group()[0].islower():
                small[word] += 1
                subject[word] += before in SUBJECTS
                infinitive[word] += before == "å"
            before = word
    return small, subject, infinitive


def is_verb(word, small, subject, infinitive):
    if not word.isalpha() or word in NONE or word.endswith(("ande", "ende")):
        return False
    share = subject / small
    strong = any(word == end or word.endswith(end) and len(word) >= len(end) + 2 for end in STRONG)
    common = small >= LEAST and subject >= 4 and share >= SHARE
    rare = small >= 10 and subject >= 2 and share >= 0.02 and (word.endswith("erer") or strong and share >= SHARE)
    return infinitive / small < INFINITIVE and (common and (word.endswith(ENDINGS) or strong) or rare)


def main():
    small, subject, infinitive = counts(sys.argv[1])
    verbs = {word for word in small if is_verb(word, small[word], subject[word], infinitive[word])} | set(GAPS)
    print("\n".join(sorted(verbs)))


if __name__ == "__main__":
    main()

"""Learn the Punkt parameters that ship as ``summarize/data/punkt_en.json``.

Run ``python -m benchmarks.segmentation.train``. NLTK's trainer (Kiss and Strunk
2006, "Unsupervised Multilingual Sentence Boundary Detection") reads the English
news archives; abbreviations that a small archive cannot show are added by hand.
"""

from __future__ import annotations

import datetime
import gzip
import hashlib
import json
import os
from pathlib import Path

from nltk.tokenize.punkt import PunktTrainer

ROOT = Path(__file__).parents[2]
ARCHIVES = ("bbc_2004", "wikinews_en")
OUTPUT = ROOT / "summarize" / "data" / "punkt_en.json"

#: Written for this project: titles, ranks, months, firms, places and units of English news.
KNOWN_ABBREVIATIONS = """
mr mrs ms messrs mx dr drs prof sen rep reps gov gens gen lt col maj capt cmdr cpl sgt adm brig
pres supt insp hon rev fr st ste jr sr esq ph.d m.d b.a m.a b.sc m.sc ll.b d.phil
jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat
inc ltd co corp bros plc llc l.p s.a s.p.a a.g gmbh cie dept univ assn assoc intl natl
u.s u.k u.n e.u u.s.a u.a.e d.c l.a n.y n.j u.s.s.r
ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev
okla ore pa penn tenn tex va vt wash wis wyo
ave blvd rd hwy mt ft fig figs no nos vol vols pp ed eds op cit al ca cf approx est min max
vs v e.g i.e etc viz a.m p.m a.d b.c e.t.a
ft in oz lb lbs kg km cm mm mph
""".split()
#: "No", "in" and "la" end sentences far more often than they shorten a word.
NEVER_ABBREVIATIONS = frozenset(
    "no in la ill ore mass miss ind del min max wash al fr sat sun est".split()
)


def read_archives(folder: Path) -> tuple[list[str], dict[str, str]]:
    texts, hashes = [], {}
    for name in ARCHIVES:
        path = folder / "archive" / f"{name}.jsonl.gz"
        data = path.read_bytes()
        hashes[path.name] = hashlib.sha256(data).hexdigest()
        texts += [json.loads(line)["document"] for line in gzip.decompress(data).splitlines()]
    return texts, hashes


def train(texts: list[str]) -> dict[str, list[str]]:
    trainer = PunktTrainer()
    trainer.INCLUDE_ABBREV_COLLOCS = True
    for text in texts:
        trainer.train(text, finalize=False)
    trainer.finalize_training()
    parameters = trainer.get_params()
    known = set(KNOWN_ABBREVIATIONS) - NEVER_ABBREVIATIONS
    context = parameters.ortho_context
    upper, mid_upper, lower, begin_lower = 2 + 4 + 8, 4, 16 + 32 + 64, 16  # NLTK's _ORTHO_ bits
    # On so small an archive a word with vowels and without inner stops is rarely an abbreviation.
    learnt = {w for w in parameters.abbrev_types if "." in w or not set(w) & set("aeiouy")}
    abbreviations = (learnt | known) - NEVER_ABBREVIATIONS
    return {
        "abbreviations": sorted(abbreviations),
        "collocations": sorted(
            " ".join(pair)
            for pair in parameters.collocations
            if pair[0] in abbreviations or (len(pair[0]) == 1 and pair[0].isalpha())
        ),
        # Names and titles ("Mr", "Sir") also follow abbreviations inside a sentence.
        "sentence_starters": sorted(
            w
            for w in parameters.sent_starters
            if context[w] & lower and w not in abbreviations | {"lord", "sir"}
        ),
        # Of the orthographic contexts only three questions are ever asked (see segmentation.py).
        "lower_never_mid_upper": sorted(
            w for w, f in context.items() if f & lower and not f & mid_upper
        ),
        "lower_and_mid_upper": sorted(w for w, f in context.items() if f & lower and f & mid_upper),
        "begins_lower_never_upper": sorted(
            w for w, f in context.items() if f & begin_lower and not f & upper
        ),
    }


def main() -> None:
    folder = Path(os.environ.get("SUMMARIZE_DATA", ROOT.parent / "shared" / "data"))
    texts, hashes = read_archives(folder)
    record = {
        "source": "NLTK PunktTrainer on BBC 2004-2005 and English Wikinews 2019-2020 articles,"
        " with hand-written abbreviations (benchmarks/segmentation/train.py)",
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "corpus_sha256": hashes,
        **train(texts),
    }
    OUTPUT.write_text(json.dumps(record, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print({name: len(value) for name, value in record.items() if isinstance(value, list)})


if __name__ == "__main__":
    main()

"""Make the table of related words that the support check ships from WordNet 3.0.

``python -m benchmarks.support.relations WORDNET_DIR`` reads ``index.*`` and ``data.*`` (Debian's
package wordnet-base has them) and writes ``summarize/data/support_relations.npz``. The licence
allows this with its notice, which the file carries.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from summarize.support.words import FUNCTION_WORDS, read_form

TARGET = Path(__file__).resolve().parents[2] / "summarize" / "data" / "support_relations.npz"
PARTS = ("noun", "verb", "adj", "adv")
LETTER = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
#: Order is precedence: a pair that is both synonym and hypernym counts as synonym.
KINDS = ("antonym", "derived", "synonym", "general", "special")
#: Senses of a word that are read, most frequent first; rarer ones bring more noise than matches.
SENSES = {"noun": 3, "verb": 4, "adj": 3, "adv": 2}
POINTERS = {"@": "general", "~": "special", "!": "antonym", "+": "derived", "&": "synonym"}
NOTICE = (
    "WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. Used, cut to "
    "pairs and counts of stems, under the WordNet 3.0 licence; provided as is, without warranties."
)


def read_synsets(folder: Path) -> tuple[dict, dict]:
    words, pointers = {}, {}
    for part in PARTS:
        for line in (folder / f"data.{part}").read_text("latin-1").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split(" | ")[0].split()
            name, count = (part, fields[0]), int(fields[3], 16)
            words[name] = [w.split("(")[0].lower() for w in fields[4 : 4 + 2 * count : 2]]
            at = 4 + 2 * count
            pointers[name] = [
                (fields[i], (LETTER[fields[i + 2]], fields[i + 1]), fields[i + 3])
                for i in range(at + 1, at + 1 + 4 * int(fields[at]), 4)
            ]
    return words, pointers


def read_senses(folder: Path) -> dict[str, list[tuple[str, str]]]:
    senses = defaultdict(list)
    for part in PARTS:
        for line in (folder / f"index.{part}").read_text("latin-1").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split()
            count = int(fields[2])
            senses[fields[0]] += [(part, at) for at in fields[-count:][: SENSES[part]]]
    return senses


def stem_content(word: str) -> str | None:
    """Return the stem of a single content word, else None."""
    if not word.isalpha() or word in FUNCTION_WORDS:
        return None
    return read_form(word).key


def list_related(lemma: str, synset, words: dict, pointers: dict) -> Iterator[tuple[str, str]]:
    """Yield (word, kind) for what one sense of a lemma relates it to."""
    for other in words[synset]:
        yield other, "synonym"
    for symbol, target, ends in pointers[synset]:
        source, goal = int(ends[:2], 16), int(ends[2:], 16)
        of_other = source and words[synset][source - 1] != lemma
        if symbol not in POINTERS or target not in words or of_other:
            continue
        for other in words[target] if not goal else [words[target][goal - 1]]:
            yield other, POINTERS[symbol]


def relate(folder: Path) -> dict[tuple[str, str], str]:
    """Return the kind of every related pair of stems."""
    words, pointers = read_synsets(folder)
    pairs: dict[tuple[str, str], str] = {}
    for lemma, synsets in read_senses(folder).items():
        key = stem_content(lemma)
        related = (r for synset in synsets for r in list_related(lemma, synset, words, pointers))
        for word, kind in related if key else ():
            other = stem_content(word)
            if other and other != key:
                old = pairs.get((key, other), kind)
                pairs[key, other] = min(old, kind, key=KINDS.index)
    return pairs


def main() -> None:
    folder = Path(sys.argv[1])
    pairs = relate(folder)
    stems = sorted({s for pair in pairs for s in pair})
    number = {s: i for i, s in enumerate(stems)}
    ordered = sorted((number[a], number[b], KINDS.index(kind)) for (a, b), kind in pairs.items())
    table = np.array(ordered, np.int64)
    digest = hashlib.sha256()
    for part in PARTS:
        digest.update((folder / f"data.{part}").read_bytes())
    meta = {
        "source": "WordNet 3.0",
        "date": "2026-11-23",
        "sha256": digest.hexdigest(),
        "notice": NOTICE,
        "kinds": KINDS,
    }
    np.savez_compressed(
        TARGET,
        meta=np.frombuffer(json.dumps(meta).encode(), np.uint8),
        stems=np.frombuffer("\n".join(stems).encode(), np.uint8),
        starts=np.searchsorted(table[:, 0], np.arange(len(stems) + 1)).astype(np.int32),
        others=table[:, 1].astype(np.uint16),
        kinds=table[:, 2].astype(np.uint8),
    )
    print(f"{TARGET.name}: {len(stems)} stems, {len(pairs)} pairs, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()

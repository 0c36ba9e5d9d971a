"""Count the word statistics that the support check ships.

Run ``python -m benchmarks.support.background WORDNET_DIR`` (Debian's package wordnet-base).

Writes ``summarize/data/support_background.npz``: how rare words are from the news archive (BBC
2004, Wikinews) and, where it has fewer, from WordNet's counts of senses in the Brown corpus
(``cntlist.rev``): news lacks words that are common elsewhere. How often words have a capital is
from the archive and more news (CNN, Daily Mail).
"""

from __future__ import annotations

import gzip
import hashlib
import json
import math
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from benchmarks.support.relations import NOTICE
from summarize.document import Document
from summarize.support.words import TOKEN, Form, clean, read_form

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("SUMMARIZE_DATA", ROOT.parent / "shared" / "data"))
TARGET = ROOT / "summarize" / "data" / "support_background.npz"
SOURCES = ("archive/bbc_2004.jsonl.gz", "archive/wikinews_en.jsonl.gz")
#: Which words are names shows better in more text; how rare they are depends on the kind of text.
MORE_SOURCES = (
    "summarisation/cnndm_train_200.jsonl.gz",
    "summarisation/cnndm_validation_1000.jsonl.gz",
)
#: Rarer keys weigh almost the same as unseen ones; leaving them out halves the file.
SMALLEST_COUNT = 2
#: A document of balanced English is taken to have so many words. Leave-one-set-out figures are
#: flat from 50 to 400, ranks of evidence up to 100.
BALANCED_WORDS = 100
#: A share of capitals from fewer sightings says little.
SMALLEST_SIGHTINGS = 3


def read_documents(sources: Sequence[str]) -> Iterator[str]:
    for source in sources:
        with gzip.open(DATA / source, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)["document"]


def hash_sources(senses: Path) -> str:
    digest = hashlib.sha256(senses.read_bytes())
    for source in SOURCES + MORE_SOURCES:
        digest.update((DATA / source).read_bytes())
    return digest.hexdigest()


def read_sentences(text: str) -> Iterator[list[Form]]:
    for sentence in Document.from_text(text).sentences:
        yield [read_form(token) for token in TOKEN.findall(clean(sentence.text))]


def count_capitals(forms: Sequence[Form], capitals: Counter[str], sightings: Counter[str]) -> None:
    """Count the words of a sentence except for its first, which has a capital anyway."""
    for form in forms[1:]:
        sightings[form.lower] += 1
        capitals[form.lower] += form.upper


def count_senses(path: Path, documents: int) -> Counter[str]:
    """Return in how many of ``documents`` of balanced English each word is to be expected."""
    sightings: Counter[str] = Counter()
    every = 0
    for line in path.read_text("latin-1").splitlines():
        sense, _, times = line.split()
        every += int(times)
        for word in sense.partition("%")[0].split("_"):
            if word.isalpha():
                sightings[read_form(word).key] += int(times)
    expected = Counter()
    for key, times in sightings.items():
        expected[key] = round(documents * -math.expm1(-BALANCED_WORDS * times / every))
    return expected


def count(senses: Path) -> dict[str, object]:
    documents = sentences = 0
    document_counts: Counter[str] = Counter()
    sentence_counts: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    sightings: Counter[str] = Counter()
    for text in read_documents(SOURCES):
        keys_seen: set[str] = set()
        for forms in read_sentences(text):
            keys = {form.key for form in forms}
            sentence_counts.update(keys)
            keys_seen |= keys
            count_capitals(forms, capitals, sightings)
            sentences += 1
        document_counts.update(keys_seen)
        documents += 1
    for text in read_documents(MORE_SOURCES):
        for forms in read_sentences(text):
            count_capitals(forms, capitals, sightings)
    document_counts |= count_senses(senses, documents)
    keys = sorted(k for k, v in document_counts.items() if v >= SMALLEST_COUNT)
    words = sorted(w for w, v in sightings.items() if v >= SMALLEST_SIGHTINGS)
    return {
        "documents": np.int64(documents),
        "sentences": np.int64(sentences),
        "keys": np.frombuffer("\n".join(keys).encode(), np.uint8),
        "document_counts": np.array([document_counts[k] for k in keys], np.int32),
        "sentence_counts": np.array([sentence_counts[k] for k in keys], np.int32),
        "words": np.frombuffer("\n".join(words).encode(), np.uint8),
        "capital_rates": np.array(
            [round(255 * capitals[w] / sightings[w]) for w in words], np.uint8
        ),
    }


def main() -> None:
    senses = Path(sys.argv[1]) / "cntlist.rev"
    meta = {
        "source": "BBC news 2004-2005, Wikinews 2019-2020, WordNet 3.0 (counts only)",
        "date": "2026-11-23",
        "sha256": hash_sources(senses),
        "notice": NOTICE,
    }
    arrays = count(senses)
    np.savez_compressed(TARGET, meta=np.frombuffer(json.dumps(meta).encode(), np.uint8), **arrays)
    print(f"{TARGET.name}: {arrays['documents']} documents, {arrays['sentences']} sentences")


if __name__ == "__main__":
    main()

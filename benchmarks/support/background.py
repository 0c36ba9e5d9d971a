"""Count the word statistics that the support check ships.

Run ``python -m benchmarks.support.background``.

Writes ``summarize/data/support_background.npz``: how rare words are from the news archive (BBC
2004, Wikinews), how often they have a capital from the archive and more news (CNN, Daily Mail).
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

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
#: A share of capitals from fewer sightings says little.
SMALLEST_SIGHTINGS = 3


def read_documents(sources: Sequence[str]) -> Iterator[str]:
    for source in sources:
        with gzip.open(DATA / source, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)["document"]


def hash_sources() -> str:
    digest = hashlib.sha256()
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


def count() -> dict[str, object]:
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
    meta = {
        "source": "BBC news 2004-2005 and Wikinews 2019-2020 (counts only)",
        "date": "2026-11-23",
        "sha256": hash_sources(),
    }
    arrays = count()
    np.savez_compressed(TARGET, meta=np.frombuffer(json.dumps(meta).encode(), np.uint8), **arrays)
    print(f"{TARGET.name}: {arrays['documents']} documents, {arrays['sentences']} sentences")


if __name__ == "__main__":
    main()

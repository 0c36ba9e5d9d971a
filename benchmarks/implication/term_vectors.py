"""Vectors of stems from plain text, for the association model to start from.

``python -m benchmarks.implication.term_vectors WORDNET_DIR`` reads the news archive and the
glosses of WordNet 3.0 (``data.*``; Debian's package wordnet-base has them) and writes
``term_vectors.npz`` beside this file. No labelled set is read, so that folds can share it.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs
import numpy as np
import scipy.sparse as sp
import Stemmer
from scipy.sparse.linalg import svds

from benchmarks.gating import NO_DATA
from benchmarks.implication.data import Dataset, find_data, of_kind, read_folder
from summarize.implications.association_text import FUNCTION_WORDS, NAME, NUMBER, words

FILE = Path(__file__).with_name("term_vectors.npz")
PARTS = {"noun": "n", "verb": "v", "adj": "as", "adv": "r"}
#: Pointers to what a synset is a kind, an instance or a cause of.
POINTERS = ("@", "@i", ">")
MIN_TEXTS, DIMENSIONS = 5, 100
NEWS_WINDOW, GLOSS_WINDOW = 4, 12  # content words; a gloss is short and all of it belongs together
CONTEXT_POWER = 0.75  # flattens the counts of contexts (Levy, Goldberg and Dagan 2015)
LEVELS = 6  # steps a standard deviation is stored in, so that the file packs well
NOTICE = (
    "Cut from WordNet 3.0, Copyright 2006 by Princeton University. All rights reserved. Used "
    "under the WordNet 3.0 licence; provided as is, without warranties."
)


@attrs.frozen(eq=False)
class Vectors:
    """One row of ``matrix`` a stem, most frequent stem first."""

    columns: dict[str, int]
    matrix: np.ndarray

    def rows(self, stems: Sequence[str]) -> np.ndarray:
        """Return the rows of ``stems``, zeros for unknown ones."""
        padded = np.vstack([self.matrix, np.zeros(self.matrix.shape[1])])
        return padded[[self.columns.get(stem, -1) for stem in stems]]


def read_glosses(folder: Path) -> Iterator[str]:
    """Yield a text for every synset: its words, the words it points to, its gloss."""
    heads: dict[tuple[str, str], str] = {}
    found: list[tuple[str, list[tuple[str, str]], str]] = []
    for part, letters in PARTS.items():
        for line in (folder / f"data.{part}").read_text("latin-1").splitlines():
            if line.startswith(" "):
                continue
            head, gloss = line.split(" | ", 1)
            fields = head.split()
            stop = 4 + 2 * int(fields[3], 16)
            terms = [w.split("(")[0].replace("_", " ").lower() for w in fields[4:stop:2]]
            pointers = [fields[i : i + 4] for i in range(stop + 1, len(fields) - 3, 4)]
            near = [(p[2], p[1]) for p in pointers[: int(fields[stop])] if p[0] in POINTERS]
            heads.update({(letter, fields[0]): terms[0] for letter in letters})
            found.append((" ".join(terms), near, gloss.replace(";", " ").replace('"', " ")))
    for terms, near, gloss in found:
        yield " ".join([terms, *(heads[key] for key in near), gloss])


def paragraphs(archive: Sequence[Dataset]) -> list[str]:
    """Return the archive's documents by paragraph."""
    rows = of_kind(archive, "archive")
    return [part for row in rows for part in row["document"].split("\n\n") if part.strip()]


def read_stems(texts: Sequence[str]) -> list[list[str]]:
    """Return the stems of the content words of each text."""
    stemmer = Stemmer.Stemmer("english")
    skipped = FUNCTION_WORDS | {NAME, NUMBER}
    return [stemmer.stemWords([w for w in words(text) if w not in skipped]) for text in texts]


def count_neighbours(
    texts: Sequence[Sequence[str]], columns: dict[str, int], window: int
) -> sp.csr_matrix:
    """Count how often stems stand within ``window`` content words, near ones more."""
    gap = [-1] * window
    flat = np.array([i for text in texts for i in [*(columns.get(s, -1) for s in text), *gap]])
    rows, others, values = [], [], []
    for distance in range(1, window + 1):
        left, right = flat[:-distance], flat[distance:]
        both = (left >= 0) & (right >= 0) & (left != right)
        rows += [left[both], right[both]]
        others += [right[both], left[both]]
        values += [np.full(both.sum(), 1 / (1 + distance / window))] * 2
    parts = (np.concatenate(values), (np.concatenate(rows), np.concatenate(others)))
    return sp.coo_matrix(parts, shape=(len(columns), len(columns))).tocsr()


def positive_information(counts: sp.csr_matrix) -> sp.csr_matrix:
    """Return positive pointwise mutual information, contexts flattened."""
    total = counts.sum()
    row = np.asarray(counts.sum(axis=1)).ravel()
    column = row**CONTEXT_POWER
    column *= total / column.sum()
    found = counts.tocoo()
    value = np.log(found.data * total / (row[found.row] * column[found.col] + 1e-9))
    keep = value > 0
    return sp.csr_matrix((value[keep], (found.row[keep], found.col[keep])), shape=counts.shape)


def fit_vectors(news: Sequence[str], glosses: Sequence[str]) -> Vectors:
    """Return vectors of all stems of at least ``MIN_TEXTS`` texts."""
    read = [(read_stems(news), NEWS_WINDOW), (read_stems(glosses), GLOSS_WINDOW)]
    spread = Counter(stem for texts, _ in read for text in texts for stem in set(text))
    known = sorted((s for s, n in spread.items() if n >= MIN_TEXTS), key=lambda s: (-spread[s], s))
    columns = {stem: i for i, stem in enumerate(known)}
    counts = sum(count_neighbours(texts, columns, window) for texts, window in read)
    left, scale, _ = svds(positive_information(counts), DIMENSIONS, random_state=0)
    matrix = left * np.sqrt(scale)
    matrix -= matrix.mean(axis=0)
    return Vectors(columns, matrix / (np.linalg.norm(matrix, axis=1, keepdims=True) + 1e-9))


def load_vectors() -> Vectors:
    """Read the vectors kept beside this file."""
    with np.load(FILE, allow_pickle=False) as arrays:
        stems = arrays["stems"].tobytes().decode().split("\n")
        matrix = arrays["matrix"] * arrays["scale"].astype(float)
    return Vectors({stem: i for i, stem in enumerate(stems)}, matrix)


def quantise(matrix: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return 8-bit integers and the scale of every column."""
    scale = np.maximum(matrix.std(axis=0) / LEVELS, np.abs(matrix).max(axis=0) / 127) + 1e-12
    return np.round(matrix / scale).astype(np.int8), scale.astype(np.float32)


def main(arguments: Sequence[str]) -> int:
    """Write the vectors and where they come from."""
    folder, wordnet = find_data(), Path(arguments[0]) if arguments else None
    archive = read_folder(folder / "archive") if folder else []
    if not archive or not wordnet or not (wordnet / "data.noun").is_file():
        print("no archive (set SUMMARIZE_DATA) or no WordNet directory given", file=sys.stderr)
        return NO_DATA
    vectors = fit_vectors(paragraphs(archive), list(read_glosses(wordnet)))
    matrix, scale = quantise(vectors.matrix)
    stems = np.frombuffer("\n".join(vectors.columns).encode(), dtype=np.uint8)
    np.savez_compressed(FILE, stems=stems, matrix=matrix, scale=scale)
    hashes = {d.name: d.sha256 for d in archive}
    for part in PARTS:
        data = (wordnet / f"data.{part}").read_bytes()
        hashes[f"wordnet data.{part}"] = hashlib.sha256(data).hexdigest()
    provenance = {
        "file": FILE.name,
        "made_by": "benchmarks/implication/term_vectors.py",
        "made_on": "2026-11-23",
        "source": "two news archives; WordNet 3.0 glosses. " + NOTICE,
        "sha256": hashes,
    }
    FILE.with_suffix(".json").write_text(json.dumps(provenance, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

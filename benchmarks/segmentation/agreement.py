"""Agreement of our sentence boundaries with NLTK's Punkt under the same parameters.

Run ``python -m benchmarks.segmentation.agreement``. Both sides see the same
paragraphs; a boundary is the offset at which a sentence ends inside one.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from nltk.tokenize.punkt import PunktParameters as NltkParameters
from nltk.tokenize.punkt import PunktSentenceTokenizer

from benchmarks.segmentation.train import ROOT, read_archives
from summarize.document import Document
from summarize.text.characters import read_characters
from summarize.text.punkt import load_parameters
from summarize.text.segmentation import find_boundaries


def data_folder() -> Path | None:
    """Return the folder of the labelled data, or None if it is not on this machine."""
    folder = Path(os.environ.get("SUMMARIZE_DATA") or ROOT.parent / "shared" / "data")
    return folder if (folder / "archive").is_dir() else None


def nltk_tokenizer() -> PunktSentenceTokenizer:
    """Build NLTK's tokenizer from the parameters that ship with the library."""
    ours = load_parameters()
    theirs = NltkParameters()
    theirs.abbrev_types = set(ours.abbreviations)
    theirs.collocations = {tuple(pair.split()) for pair in ours.collocations}
    theirs.sent_starters = set(ours.sentence_starters)
    for word in ours.lower_never_mid_upper:
        theirs.ortho_context[word] |= 32
    for word in ours.lower_and_mid_upper:
        theirs.ortho_context[word] |= 32 | 4
    for word in ours.begins_lower_never_upper:
        theirs.ortho_context[word] |= 16 | 32
    tokenizer = PunktSentenceTokenizer()
    tokenizer._params = theirs
    return tokenizer


def compare(texts: list[str]) -> dict[str, float]:
    """Return precision and recall of our inner boundaries against NLTK's."""
    tokenizer = nltk_tokenizer()
    both = ours_count = theirs_count = 0
    for text in texts:
        document = Document.from_text(text)
        for paragraph in document.paragraphs:
            part = paragraph.slice(text)
            theirs = {end for _, end in tokenizer.span_tokenize(part)}
            ours = {
                s.span.end - paragraph.start
                for s in document.sentences
                if paragraph.start <= s.span.start < paragraph.end
            }
            ours, theirs = ours - {len(part)}, theirs - {len(part)}
            both += len(ours & theirs)
            ours_count += len(ours)
            theirs_count += len(theirs)
    return {"precision": both / ours_count, "recall": both / theirs_count}


def measure_speed(texts: list[str], batch: int = 128) -> float:
    """Return megabytes (UTF-8) a second of CPU time, best of three runs over ``texts``."""
    joined = ["\n\n".join(texts[i : i + batch]) for i in range(0, len(texts), batch)]
    size = sum(len(text.encode()) for text in texts)
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        for text in joined:
            find_boundaries(read_characters(text))
        best = min(best, time.process_time() - start)
    return size / best / 1e6


def main() -> int:
    folder = data_folder()
    if folder is None:
        print("no data: set SUMMARIZE_DATA; nothing was measured")
        return 3
    texts, hashes = read_archives(folder)
    figures = compare(texts) | {"megabytes_per_second": measure_speed(texts)}
    print(json.dumps({"figures": figures, "corpus_sha256": hashes}, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())

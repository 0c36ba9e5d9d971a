"""Keep the default method's quality: ``python -m benchmarks.quality.gate``.

Exits with 1 if ROUGE on the CNN sample falls below a floor. Floors hold for the corpus
of this hash alone, and are raised, never lowered without saying why.
"""

from __future__ import annotations

import sys

from benchmarks.gating import FAILED, NO_DATA, OTHER_DATA
from benchmarks.quality.choose import SENTENCES, evaluate
from benchmarks.quality.data import CNN, DATA, hash_files, read_rows

SHA256 = "0c1b42ffcce98fcfef63c787d84dad554b9065f082b56ae60353775ec55ce880"
#: ROUGE-1 and ROUGE-2 F1 for two and for three sentences; LEAD reaches 29.0/10.2, 28.6/10.6.
FLOORS = ((31.3, 11.4), (29.9, 11.2))


def main() -> int:
    if not (DATA / CNN).exists():
        print("gate not run: no data (set SUMMARIZE_DATA)", file=sys.stderr)
        return NO_DATA
    if hash_files([CNN]) != SHA256:
        print(f"gate not run: {CNN} is not the file that the floors were set on", file=sys.stderr)
        return OTHER_DATA
    failed = False
    found = evaluate(read_rows(CNN), "auto", {}).mean(axis=0)
    for sentences, row, floors in zip(SENTENCES, found, FLOORS, strict=True):
        low = bool((row < floors).any())
        failed |= low
        print(
            f"{sentences} sentences: {row.round(2).tolist()}, floors {list(floors)}{' LOW' * low}"
        )
    return FAILED if failed else 0


if __name__ == "__main__":
    sys.exit(main())

"""Background document frequencies: how common a word is in general.

Counts of two corpora add up (a commutative monoid with :meth:`Background.empty`),
so a corpus can be counted in parts, in any order.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from io import BytesIO
from itertools import islice
from pathlib import Path
from weakref import WeakKeyDictionary

import attrs
import numpy as np

from summarize.errors import FormatError, InvalidValueError, UnknownNameError, shorten
from summarize.features import Features, read_features
from summarize.segments import Floats
from summarize.text.vocabulary import Vocabulary

#: Texts counted at a time: bounds memory.
_BATCH = 256


def _check_frequencies(self: Background, _attribute: object, value: Mapping[str, int]) -> None:
    top = max(value.values(), default=0)
    if min(value.values(), default=1) < 1 or top > self.documents:
        raise InvalidValueError(
            f"document frequencies must lie between 1 and the {self.documents} documents, "
            f"got {shorten(dict(islice(value.items(), 5)))}"
        )


@attrs.frozen(slots=False)
class Background:
    """In how many of ``documents`` texts each stem occurs (``frequencies``, at least 1).

    ``language`` names the stemmer that made the stems.
    """

    documents: int = attrs.field(validator=attrs.validators.ge(0))
    frequencies: Mapping[str, int] = attrs.field(validator=_check_frequencies, repr=False)
    language: str = "en"
    _tables: WeakKeyDictionary[Vocabulary, Floats] = attrs.field(
        init=False, factory=WeakKeyDictionary, eq=False, repr=False
    )

    def __reduce__(self) -> tuple[type[Background], tuple[object, ...]]:
        """Let another process have the counts without this one's tables."""
        return Background, (self.documents, dict(self.frequencies), self.language)

    @classmethod
    def empty(cls, language: str = "en") -> Background:
        """Return the neutral element: no documents counted."""
        return cls(0, {}, language)

    @classmethod
    def fit(cls, texts: Iterable[str], *, language: str = "en") -> Background:
        """Count the stems of a stream of texts; linear, memory for 256 texts and the counts."""
        counts: Counter[str] = Counter()
        documents, stream = 0, iter(texts)
        while batch := list(islice(stream, _BATCH)):
            features = read_features(batch, language=language)
            stems = features.tokens.stems[features.column_tokens]
            numbers, frequencies = np.unique(stems, return_counts=True)
            names = features.tokens.vocabulary.stems_from(0)
            for number, frequency in zip(numbers.tolist(), frequencies.tolist(), strict=True):
                counts[names[number]] += frequency
            documents += len(batch)
        return cls(documents, dict(counts), language)

    def merge(self, other: Background) -> Background:
        """Return the counts of both corpora together; associative and commutative."""
        if self.language != other.language:
            raise InvalidValueError(
                f"cannot merge backgrounds of {self.language!r} and {other.language!r}"
            )
        counts = Counter(self.frequencies)
        counts.update(other.frequencies)
        return Background(self.documents + other.documents, dict(counts), self.language)

    def trim(self, minimum: int) -> Background:
        """Return the background without stems in fewer than ``minimum`` documents."""
        kept = {stem: count for stem, count in self.frequencies.items() if count >= minimum}
        return Background(self.documents, kept, self.language)

    def idf(self, stem: str) -> float:
        """Return ``ln((1 + n) / (1 + df)) + 1``, at least 1; largest for an unknown stem."""
        df = self.frequencies.get(stem, 0)
        return float(np.log((1.0 + self.documents) / (1.0 + df)) + 1.0)

    def weigh_columns(self, features: Features) -> Floats:
        """Return the IDF of every column, shape (n_columns,)."""
        stems = features.tokens.stems[features.column_tokens]
        vocabulary = features.tokens.vocabulary
        table = self._tables.get(vocabulary)
        if table is None or len(table) <= stems.max(initial=-1):
            done = np.empty(0) if table is None else table
            new = vocabulary.stems_from(len(done))
            counts = np.array([self.frequencies.get(stem, 0) for stem in new], np.float64)
            weights = np.log((1.0 + self.documents) / (1.0 + counts)) + 1.0
            table = self._tables[vocabulary] = np.concatenate((done, weights))
        return table[stems]

    def save(self, path: str | Path) -> None:
        """Write to ``path``: JSON if it ends in ``.json``, else compressed npz."""
        stems = sorted(self.frequencies)
        counts = [self.frequencies[stem] for stem in stems]
        if Path(path).suffix == ".json":
            record = {
                "language": self.language,
                "documents": self.documents,
                "frequencies": dict(zip(stems, counts, strict=True)),
            }
            Path(path).write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", "utf-8")
            return
        with open(path, "wb") as file:
            np.savez_compressed(
                file,
                language=np.array(self.language),
                documents=np.array(self.documents),
                stems=np.frombuffer("\n".join(stems).encode(), np.uint8),
                counts=np.array(counts, np.int32),
            )

    @classmethod
    def load(cls, path: str | Path) -> Background:
        """Read what :meth:`save` wrote; :class:`FormatError` if it is something else."""
        try:
            if Path(path).suffix == ".json":
                record = json.loads(Path(path).read_text("utf-8"))
                return cls(record["documents"], record["frequencies"], record["language"])
            return cls._read(Path(path).read_bytes())
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise FormatError(f"{path} does not hold background frequencies: {error}") from error

    @classmethod
    def _read(cls, content: bytes) -> Background:
        with np.load(BytesIO(content), allow_pickle=False) as data:
            text = data["stems"].tobytes().decode()
            stems = text.split("\n") if text else []
            frequencies = dict(zip(stems, data["counts"].tolist(), strict=True))
            return cls(int(data["documents"]), frequencies, str(data["language"]))

    @classmethod
    def default(cls, language: str = "en") -> Background:
        """Return the counts that ship with the library (English news; see ``data/``).

        Raises :class:`UnknownNameError` for any other language.
        """
        if language != "en":
            raise UnknownNameError(
                f"no background for language {language!r}: expected 'en'; "
                "count your own texts with Background.fit"
            )
        return _load_default()


@cache
def _load_default() -> Background:
    return Background._read((files("summarize") / "data" / "background_en.npz").read_bytes())

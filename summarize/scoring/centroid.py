"""Similarity to the document as a whole."""

from __future__ import annotations

import numpy as np

from summarize.features import Features
from summarize.scoring.background import Background
from summarize.scoring.weighting import unit_rows, weigh_terms
from summarize.segments import Floats, segment_max, segment_sum


def centroid_vector(
    features: Features, *, idf: Background | None = None, threshold: float = 0.0
) -> Floats:
    """Return every document's summed TF-IDF vector, shape (n_columns,).

    Terms below ``threshold`` times the document's largest weight become 0.
    """
    weighted = weigh_terms(features, idf)
    total = segment_sum(weighted.data, weighted.indices, weighted.shape[1])
    top = segment_max(total, features.column_offsets)[features.column_documents]
    return np.where(total >= threshold * top, total, 0.0)


def centroid(
    features: Features, *, idf: Background | None = None, threshold: float = 0.0
) -> Floats:
    """Return the cosine of every sentence with its document's TF-IDF centroid.

    Radev, Jing, Stys and Tam 2004, "Centroid-based summarization of multiple documents".
    ``threshold`` in [0, 1] drops terms far below the heaviest one (Rossiello, Basile and
    Semeraro 2017 keep those above 0.3). Range [0, 1]. Cost: linear in the number of
    terms. Whole summaries are compared with the centroid by the selection strategy of
    the same name.
    """
    total = centroid_vector(features, idf=idf, threshold=threshold)
    squares = segment_sum(total * total, features.column_documents, len(features.sizes))
    lengths = np.sqrt(squares)[features.documents]
    products: Floats = unit_rows(features, idf) @ total
    np.divide(products, lengths, out=products, where=lengths > 0)
    return products

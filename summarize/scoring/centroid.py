"""Similarity to the document as a whole."""

from __future__ import annotations

import numpy as np

from summarize.features import Features
from summarize.scoring.weighting import weigh_terms
from summarize.segments import Floats, segment_sum


def centroid(features: Features) -> Floats:
    """Return the cosine of every sentence with its document's TF-IDF centroid.

    Radev, Jing, Stys and Tam 2004, "Centroid-based summarization of multiple
    documents". Range [0, 1]. Cost: linear in the number of terms.
    """
    weighted = weigh_terms(features)
    total = weighted.T @ np.ones(weighted.shape[0])
    squares = segment_sum(total * total, features.column_documents, len(features.sizes))
    lengths = np.sqrt(squares)[features.documents]
    products = features.normalise(weighted) @ total
    return np.divide(products, lengths, out=np.zeros_like(products), where=lengths > 0)

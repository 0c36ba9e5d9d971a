"""TF-IDF weights of the term counts."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_array

from summarize.features import Features


def weigh_terms(features: Features) -> csr_array:
    """Return counts times smoothed IDF, a CSR array (n_sentences, n_columns).

    The IDF of a term is ``ln((1 + n) / (1 + df)) + 1`` over the n sentences of its own
    document, as scikit-learn's ``TfidfTransformer`` computes it (``smooth_idf``).
    """
    sizes = features.sizes[features.column_documents]
    idf = np.log((1.0 + sizes) / (1.0 + features.document_frequencies)) + 1.0
    return features.weigh(idf)

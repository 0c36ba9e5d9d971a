"""Centrality of sentences in the graph of their similarities.

The similarity matrix S is never built: the walks need only products S x, which
are products with the sparse term matrix, so that a step's cost is linear in the
number of terms. All documents of a batch step together; each stops on its own,
so its scores have the same bits alone and in any batch.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy.sparse import csr_array

from summarize.features import Features
from summarize.scoring.weighting import weigh_terms
from summarize.segments import Floats, segment_sum

#: Residual, relative to the right-hand side, at which a document's solution is taken.
TOLERANCE = 1e-8
#: The condition number is at most (1 + d) / (1 - d): 40 steps at d = 0.85, 300 at d = 0.99.
ITERATIONS_MAX = 300


def random_walk(features: Features, product: Callable[[Floats], Floats], damping: float) -> Floats:
    """Return every document's PageRank on a symmetric similarity graph.

    ``product(x)`` returns S x for the symmetric, non-negative, block-diagonal S, shape
    (n_sentences,). The walk follows an edge with probability ``damping``, in
    proportion to its weight, and jumps to any sentence of the document otherwise;
    from a sentence without edges it always jumps. Scores sum to 1 over a document.

    With D the degrees, the stationary distribution is D^1/2 y for the solution y of
    ``(I - d D^-1/2 S D^-1/2) y = D^-1/2 1``, scaled to sum 1 (jumps from sentences
    without edges only change the scale: Langville and Meyer 2004, "Deeper inside
    PageRank", section 8.4). The matrix is positive definite, so conjugate gradients
    (Hestenes and Stiefel 1952) need a dozen steps where the power iteration needs 60.
    """
    documents, count = features.documents, len(features.sizes)
    degrees = product(np.ones(len(documents)))
    root = np.sqrt(degrees)
    scale = np.divide(1.0, root, out=np.zeros_like(root), where=root > 0)
    residual = np.where(root > 0, scale, 1.0)
    solution = np.zeros_like(residual)
    direction = residual.copy()
    power = segment_sum(residual * residual, documents, count)
    target = power * TOLERANCE**2
    for _ in range(ITERATIONS_MAX):
        moved = direction - damping * scale * product(scale * direction)
        curvature = segment_sum(direction * moved, documents, count)
        running = power > target
        if not running.any():
            break
        length = np.divide(power, curvature, out=np.zeros(count), where=running)[documents]
        solution += length * direction
        residual -= length * moved
        previous = power
        power = np.where(running, segment_sum(residual * residual, documents, count), power)
        turn = np.divide(power, previous, out=np.zeros(count), where=running)
        direction = residual + turn[documents] * direction
    scores = np.where(root > 0, root, 1.0) * solution
    return scores / segment_sum(scores, documents, count)[documents]


def cosine_product(features: Features, matrix: csr_array) -> Callable[[Floats], Floats]:
    """Return x -> X Xᵀ x for the rows X of ``matrix``."""
    transposed = matrix.T.tocsr()

    def product(vector: Floats) -> Floats:
        result: Floats = matrix @ (transposed @ vector)
        return result

    return product


def lexrank(features: Features, *, damping: float = 0.85) -> Floats:
    """Continuous LexRank (Erkan and Radev 2004, section 3.3).

    PageRank on the cosine similarities of the sentences' TF-IDF vectors. Scores are
    positive and sum to 1 over a document. Cost: linear in the number of terms.
    """
    matrix = features.normalise(weigh_terms(features))
    return random_walk(features, cosine_product(features, matrix), damping)


def textrank(features: Features, *, damping: float = 0.85) -> Floats:
    """TextRank (Mihalcea and Tarau 2004, section 4).

    PageRank where an edge weighs the words two sentences share, divided by the sum
    of the logarithms of their lengths. Interim: cosine of raw counts.
    """
    matrix = features.normalise(features.counts)
    return random_walk(features, cosine_product(features, matrix), damping)

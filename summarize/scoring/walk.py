"""Random walks over the sentences of all documents of a batch at once.

The similarity matrix S is only met as a product ``S x``, so it need not exist.
Each document stops on its own, so its scores have the same bits alone and in
any batch.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy.sparse import csr_array

from summarize.errors import InvalidValueError
from summarize.features import Features
from summarize.segments import Floats, segment_sum

Product = Callable[[Floats], Floats]

#: Residual, relative to the right-hand side, at which a document's solution is taken.
TOLERANCE = 1e-8
#: The condition number is at most (1 + d) / (1 - d): 40 steps at d = 0.85, 300 at d = 0.99.
ITERATIONS_MAX = 300


def random_walk(
    features: Features, product: Product, damping: float, *, jumps: Floats | None = None
) -> Floats:
    """Return every document's PageRank on a symmetric similarity graph.

    ``product(x)`` returns S x for the symmetric, non-negative, block-diagonal S, shape
    (n_sentences,). The walk follows an edge with probability ``damping``, in
    proportion to its weight, and otherwise jumps to a sentence of the document with a
    chance in proportion to ``jumps`` (all alike if ``None``, or where all are 0); from a
    sentence without edges it always jumps. Scores sum to 1 over a document.

    With D the degrees, the stationary distribution is D^1/2 y for the solution y of
    ``(I - d D^-1/2 S D^-1/2) y = D^-1/2 jumps``, scaled to sum 1 (jumps from sentences
    without edges only change the scale: Langville and Meyer 2004, "Deeper inside
    PageRank", section 8.4). The matrix is positive definite, so conjugate gradients
    (Hestenes and Stiefel 1952) need a dozen steps where the power iteration needs 60.
    """
    if not 0 <= damping < 1:
        raise InvalidValueError(f"damping must be at least 0 and below 1, got {damping!r}")
    documents = features.documents
    degrees = product(np.ones(len(documents)))
    root = np.sqrt(degrees)
    scale = np.divide(1.0, root, out=np.zeros_like(root), where=root > 0)
    target = np.where(root > 0, scale, 1.0)
    if jumps is not None:
        target = target * _fill(features, jumps)

    def apply(vector: Floats) -> Floats:
        return vector - damping * scale * product(scale * vector)

    solution = _solve(features, apply, target)
    scores = np.maximum(np.where(root > 0, root, 1.0) * solution, 0.0)
    return scores / segment_sum(scores, documents, len(features.sizes))[documents]


def _fill(features: Features, jumps: Floats) -> Floats:
    """Return the jump weights with ones for documents in which all are 0."""
    total = segment_sum(jumps, features.documents, len(features.sizes))
    return np.where(total[features.documents] > 0, jumps, 1.0)


def _solve(features: Features, apply: Product, target: Floats) -> Floats:
    """Solve ``apply(x) = target`` by conjugate gradients, each document on its own."""
    documents, count = features.documents, len(features.sizes)
    residual = target
    solution = np.zeros_like(residual)
    direction = residual
    power = segment_sum(residual * residual, documents, count)
    enough = power * TOLERANCE**2
    for _ in range(ITERATIONS_MAX):
        running = power > enough
        if not running.any():
            break
        moved = apply(direction)
        curvature = segment_sum(direction * moved, documents, count)
        length = np.divide(power, curvature, out=np.zeros(count), where=running)[documents]
        solution = solution + length * direction
        residual = residual - length * moved
        previous = power
        power = np.where(running, segment_sum(residual * residual, documents, count), power)
        turn = np.divide(power, previous, out=np.zeros(count), where=running)
        direction = residual + turn[documents] * direction
    return solution


def cosine_product(matrix: csr_array) -> Product:
    """Return x -> X Xᵀ x for the rows X of ``matrix``."""
    return outer_product(matrix, matrix)


def outer_product(left: csr_array, right: csr_array) -> Product:
    """Return x -> L Rᵀ x; two sparse products a call."""
    transposed = right.T

    def product(vector: Floats) -> Floats:
        result: Floats = left @ (transposed @ vector)
        return result

    return product

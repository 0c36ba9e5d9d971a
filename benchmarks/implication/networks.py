"""Stage two of the stated-implication model: a bag of small networks over role scores."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np
from scipy.linalg import block_diag
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

# Chosen by cross-validation.
NETWORKS, HIDDEN, DECAY, EPOCHS = 10, 16, 3.0, 10


def fit_networks(inputs: np.ndarray, target: np.ndarray) -> dict[str, Any]:
    """Fit stage two: a bag of one-layer networks, standardisation folded into their weights."""
    mean, deviation = inputs.mean(axis=0), inputs.std(axis=0) + 1e-6
    scaled = (inputs - mean) / deviation
    hidden, hidden_bias, output, output_bias = [], [], [], []
    for seed in range(NETWORKS):
        network = MLPClassifier(
            (HIDDEN,),
            alpha=DECAY,
            learning_rate_init=0.003,
            max_iter=EPOCHS,
            n_iter_no_change=EPOCHS,
            random_state=seed,
        )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)
            network.fit(scaled, target)
        (first, last), (first_bias, last_bias) = network.coefs_, network.intercepts_
        hidden.append(first / deviation[:, None])
        hidden_bias.append(first_bias - (mean / deviation) @ first)
        output.append(last[:, 0])
        output_bias.append(last_bias[0])
    return {
        "hidden": np.hstack(hidden).astype(np.float32),
        "hidden_bias": np.concatenate(hidden_bias).astype(np.float32),
        "output": block_diag(*(column[:, None] for column in output)).astype(np.float32),
        "output_bias": np.array(output_bias, dtype=np.float32),
    }


def predict_networks(arrays: dict[str, Any], inputs: np.ndarray) -> np.ndarray:
    """Return stage two's probabilities."""
    active = np.maximum(inputs @ arrays["hidden"] + arrays["hidden_bias"], 0)
    logits = active @ arrays["output"] + arrays["output_bias"]
    return (1 / (1 + np.exp(-logits))).mean(axis=1)

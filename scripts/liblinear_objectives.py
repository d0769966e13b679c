"""Prints the optima that crates/learn/src/learners/dual.rs is tested against, as scikit-learn's liblinear finds them.

The problem is made by a formula, so that the test makes the same one. Needs numpy and scikit-learn (1.9 printed the
numbers in the test):  python scripts/liblinear_objectives.py
"""
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

ROWS, COLUMNS = 40, 15


def problem():
    x = np.array([[((i * 7 + j * 13) % 11) / 11 if (i + j) % 3 == 0 else 0.0 for j in range(COLUMNS)] for i in range(ROWS)])
    y = np.array([1 if (i * 5) % 7 < 3 else -1 for i in range(ROWS)])
    return x, y


def objective(model, x, y, cost, loss):
    w, b = model.coef_.ravel(), model.intercept_[0]
    return 0.5 * (w @ w + b * b) + cost * loss(y * (x @ w + b)).sum()


x, y = problem()
for cost in (0.1, 1.0, 10.0):
    svm = LinearSVC(C=cost, dual=True, tol=1e-10, max_iter=10_000_000).fit(x, y)
    print("svm", cost, repr(float(objective(svm, x, y, cost, lambda m: np.maximum(0, 1 - m) ** 2))))
    logistic = LogisticRegression(C=cost, solver="liblinear", tol=1e-10, max_iter=1_000_000).fit(x, y)
    print("logistic", cost, repr(float(objective(logistic, x, y, cost, lambda m: np.log1p(np.exp(-m))))))

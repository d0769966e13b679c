"""Estimators for scikit-learn: texts to rows, rows to classes, texts to topics.

scikit-learn's own checks run next to nothing on estimators that take texts, so there are three: :class:`NotisVectorizer`
(text to CSR), :class:`NotisClassifier` (CSR or dense rows to classes, by the full suite of checks) and
:class:`NotisTopics` (text to topics).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.base import BaseEstimator, ClassifierMixin, ClassNamePrefixFeaturesOutMixin, TransformerMixin
from sklearn.utils.multiclass import check_classification_targets
from sklearn.utils.validation import check_is_fitted, check_non_negative, validate_data

from notis import _notis
from notis._articles import records
from notis._training import train

COUNTING = ("nb", "complement-nb")
"""Learners that take values for counts."""

__all__ = ["NotisClassifier", "NotisTopics", "NotisVectorizer"]


class NotisVectorizer(ClassNamePrefixFeaturesOutMixin, TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Texts to TF-IDF rows, as notis makes them: Norwegian folded, stemmed, taken apart, in parallel.

    Parameters
    ----------
    features : str
        The kinds of terms: ``words=1`` to ``words=5``, ``stems``, ``chars=3-5``, ``compounds``, ``marks``, joined by commas.
    sublinear_tf : bool
        Whether a term's count weighs by its logarithm.
    use_idf : bool
        Whether rare terms weigh more.
    min_df : int
        The fewest texts a term must stand in.
    max_features : int or None
        The most terms kept, the most frequent first.

    Attributes
    ----------
    document_frequencies_ : ndarray of shape (n_features,)
        In how many of the texts it was fitted on each term stands. Terms are kept as hashes, so columns have no names.

    Examples
    --------
    >>> from notis.sklearn import NotisVectorizer
    >>> texts = ["Ferja gjekk ikkje i natt.", "Ferja kom til kai i natt."]
    >>> NotisVectorizer(features="words=1", min_df=1).fit_transform(texts).shape
    (2, 8)
    """

    def __init__(
        self,
        features: str = "words=2",
        *,
        sublinear_tf: bool = True,
        use_idf: bool = True,
        min_df: int = 2,
        max_features: int | None = 1 << 20,
    ) -> None:
        self.features = features
        self.sublinear_tf = sublinear_tf
        self.use_idf = use_idf
        self.min_df = min_df
        self.max_features = max_features

    def fit(self, X: Iterable[str], y: object = None) -> NotisVectorizer:
        """Learn the terms of texts.

        Parameters
        ----------
        X : iterable of str, of shape (n_samples,)
            The texts.
        """
        self.fit_transform(X)
        return self

    def fit_transform(self, X: Iterable[str], y: object = None, **_: object) -> sparse.csr_matrix:
        """Learn the terms of texts, and give their rows.

        Returns
        -------
        csr_matrix of shape (n_samples, n_features), float32
        """
        options: _notis.VectorizerOptions = {
            "features": self.features,
            "sublinear": self.sublinear_tf,
            "idf": self.use_idf,
            "min_df": self.min_df,
            "max_terms": self.max_features or 0,
        }
        self._native, rows = _notis.Vectorizer.fit(_texts(X), options)
        self.document_frequencies_ = self._native.document_frequencies()
        return self._csr(rows)

    def transform(self, X: Iterable[str]) -> sparse.csr_matrix:
        """Give the rows of texts.

        Returns
        -------
        csr_matrix of shape (n_samples, n_features), float32
        """
        check_is_fitted(self)
        return self._csr(self._native.transform(_texts(X)))

    def _csr(self, rows: _notis.Rows) -> sparse.csr_matrix:
        data, indices, indptr = rows
        shape = (len(indptr) - 1, self._native.columns)
        matrix = sparse.csr_matrix((data, indices, indptr), shape=shape, copy=False)
        # Rows are made with ascending columns: scipy need not look, nor sort.
        matrix.has_sorted_indices = True
        matrix.has_canonical_format = True
        return matrix

    @property
    def _n_features_out(self) -> int:
        return self._native.columns

    def __sklearn_is_fitted__(self) -> bool:
        return hasattr(self, "_native")

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        return tags

    def __getstate__(self) -> dict[str, Any]:
        state = dict(super().__getstate__())
        if "_native" in state:
            state["_native"] = self._native.to_bytes()
        return state

    def __setstate__(self, state: dict[str, Any]) -> None:
        native = state.get("_native")
        super().__setstate__(state)
        if native is not None:
            self._native = _notis.Vectorizer.from_bytes(native)


class NotisClassifier(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """Rows to classes, by the linear learners of notis.

    Parameters
    ----------
    learner : str
        ``"svm"``, ``"logistic"``, ``"nb"`` or ``"complement-nb"``; the last two count, and want values of 0 and more.
    value : float or None
        The learner's one number: the cost C of ``svm`` and ``logistic``, what counts are raised by of the others. Without
        it, what does well without asking.

    Attributes
    ----------
    classes_ : ndarray of shape (n_classes,)
        The classes.
    coef_ : ndarray of shape (n_classes, n_features), or (1, n_features) for two classes
        The weights.
    intercept_ : ndarray of shape (n_classes,), or (1,)
        The biases.

    Examples
    --------
    >>> from notis.sklearn import NotisClassifier, NotisVectorizer
    >>> from sklearn.pipeline import make_pipeline
    >>> texts = ["Laksen gjekk i merda.", "Laks blir slakta.", "Ferja står.", "Ferja kom til kai."]
    >>> model = make_pipeline(NotisVectorizer(min_df=1), NotisClassifier())
    >>> model.fit(texts, ["laks", "laks", "ferje", "ferje"]).predict(["Laksen rømde.", "Ferja gjekk."]).tolist()
    ['laks', 'ferje']
    """

    def __init__(self, learner: str = "svm", *, value: float | None = None) -> None:
        self.learner = learner
        self.value = value

    def fit(self, X: Any, y: Any) -> NotisClassifier:
        """Learn the classes of rows.

        Parameters
        ----------
        X : array or sparse matrix of shape (n_samples, n_features)
            The rows.
        y : array of shape (n_samples,)
            The class of each.
        """
        X, y = validate_data(self, X, y, accept_sparse="csr", dtype=np.float32)
        check_classification_targets(y)
        if self.learner in COUNTING:
            check_non_negative(X, "NotisClassifier")
        self.classes_, classes = np.unique(y, return_inverse=True)
        if len(self.classes_) < 2:
            raise ValueError(f"there must be two classes at least, but all are of one class: {self.classes_[0]!r}")
        csr = sparse.csr_matrix(X)
        csr.sum_duplicates()
        rows: _notis.Csr = {
            "columns": csr.shape[1],
            "indptr": csr.indptr.astype(np.int64),
            "indices": csr.indices.astype(np.int64),
            "data": np.ascontiguousarray(csr.data),
        }
        weights, biases = _notis.fit_linear(
            rows, classes.astype(np.uint16), len(self.classes_), self.learner, self.value
        )
        self.coef_ = weights.reshape(len(biases), -1)
        self.intercept_ = biases
        return self

    def decision_function(self, X: Any) -> NDArray[np.float32]:
        """How far each row lies on the side of each class.

        Returns
        -------
        ndarray of shape (n_samples, n_classes), or (n_samples,) for two classes
        """
        check_is_fitted(self)
        X = validate_data(self, X, accept_sparse="csr", dtype=np.float32, reset=False)
        scores: NDArray[np.float32] = np.asarray(X @ self.coef_.T) + self.intercept_
        return scores.ravel() if scores.shape[1] == 1 else scores

    def predict(self, X: Any) -> NDArray[Any]:
        """The class of each row.

        Returns
        -------
        ndarray of shape (n_samples,)
        """
        scores = self.decision_function(X)
        best = (scores > 0).astype(int) if scores.ndim == 1 else scores.argmax(axis=1)
        classes: NDArray[Any] = self.classes_[best]
        return classes

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.sparse = True
        # As of scikit-learn's own Naive Bayes: rows of numbers that count nothing suit them badly.
        tags.input_tags.positive_only = tags.classifier_tags.poor_score = self.learner in COUNTING
        return tags


class NotisTopics(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """Texts to topics: the whole of notis as an estimator, calibration and thresholds included.

    Parameters
    ----------
    learner, features, budget, calibrate, prefer, seed, topics
        As for :func:`notis.train`. ``budget`` is 10 seconds here, for cross-validation trains many models.

    Attributes
    ----------
    classes_ : ndarray of shape (n_classes,)
        The topics.
    desk_ : notis.Desk
        The model, with all that a desk answers.

    Notes
    -----
    With one label a text (``y`` of shape (n_samples,)) each text has exactly one topic, and ``predict`` gives it. With an
    indicator matrix (n_samples, n_classes), or a list of topics for each text, it may have none or several, and
    ``predict`` gives an indicator matrix whose columns are ``classes_``.

    Examples
    --------
    >>> from notis.sklearn import NotisTopics
    >>> texts = ["Laksen gjekk i merda.", "Laks blir slakta.", "Ferja står.", "Ferja kom til kai."] * 5
    >>> topics = NotisTopics(learner="svm", budget=1).fit(texts, ["laks", "laks", "ferje", "ferje"] * 5)
    >>> topics.predict(["Laksen rømde frå merda.", "Ferja står ved kai."]).tolist()
    ['laks', 'ferje']
    >>> topics.predict_proba(["Laksen rømde frå merda."]).shape
    (1, 2)
    """

    def __init__(
        self,
        learner: str | None = None,
        *,
        features: str | None = None,
        budget: float = 10.0,
        calibrate: bool = True,
        prefer: str | None = None,
        seed: int = 1,
        topics: str | None = None,
    ) -> None:
        self.learner = learner
        self.features = features
        self.budget = budget
        self.calibrate = calibrate
        self.prefer = prefer
        self.seed = seed
        self.topics = topics

    def fit(self, X: Iterable[str], y: Any) -> NotisTopics:
        """Train a model.

        Parameters
        ----------
        X : iterable of str, of shape (n_samples,)
            The texts: a list, an array, a Series of pandas or polars.
        y : array of shape (n_samples,) or (n_samples, n_classes), or a list of lists of topics
            The topics of each.
        """
        labels, self.multilabel_ = self._labels(y)
        self.desk_ = train(_texts(X), labels, exclusive=not self.multilabel_, **self.get_params())
        return self

    def _labels(self, y: Any) -> tuple[list[list[str]], bool]:
        """The labels of each text, and whether there may be several; learns ``classes_``."""
        if _is_lists(y):
            self.classes_ = np.array(sorted({label for labels in y for label in labels}))
            return [[str(label) for label in labels] for labels in y], True
        y = np.asarray(y)
        if y.ndim == 1:
            self.classes_ = np.unique(y)
            return [[str(label)] for label in y], False
        self.classes_ = np.arange(y.shape[1])
        return [[str(column) for column in np.flatnonzero(row)] for row in y], True

    def predict_proba(self, X: Iterable[str]) -> NDArray[np.float64]:
        """The probability of each topic.

        Returns
        -------
        ndarray of shape (n_samples, n_classes)
            Where the topics exclude each other, each row adds up to 1. A text that the model does not look at (too
            short, not Norwegian) has the same probability for all; where topics do not exclude each other, 0.
        """
        check_is_fitted(self)
        names = [str(name) for name in self.classes_]
        unknown = 0.0 if self.multilabel_ else 1.0 / len(names)
        answers = self.desk_.classify(_texts(X), scores=True)
        rows = [[(answer.scores or {}).get(name, unknown) for name in names] for answer in answers]
        return np.array(rows, dtype=float).reshape(-1, len(names))

    def predict(self, X: Iterable[str]) -> NDArray[Any]:
        """The topics of each text.

        Returns
        -------
        ndarray of shape (n_samples,), or indicator of shape (n_samples, n_classes)
        """
        check_is_fitted(self)
        if not self.multilabel_:
            best: NDArray[Any] = self.classes_[self.predict_proba(X).argmax(axis=1)]
            return best
        place = {str(name): column for column, name in enumerate(self.classes_)}
        answers = self.desk_.classify(_texts(X))
        tagged = np.zeros((len(answers), len(place)), dtype=int)
        for row, answer in enumerate(answers):
            for tag in answer.topics:
                if tag.topic in place:
                    tagged[row, place[tag.topic]] = 1
        return tagged

    def __sklearn_is_fitted__(self) -> bool:
        return hasattr(self, "desk_")

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        tags.classifier_tags.multi_label = True
        return tags


def _is_lists(y: Any) -> bool:
    """Whether each text has a list of labels, not a row of an indicator matrix."""
    first = next(iter(y), None) if not isinstance(y, np.ndarray) or y.dtype == object else None
    if isinstance(first, (str, Mapping)) or not isinstance(first, (Sequence, set, frozenset)):
        return False
    return all(isinstance(label, str) for labels in y for label in labels)


def _texts(X: Any) -> list[Any]:
    """The texts of a list, an array or a Series; a frame or matrix of one column is a column."""
    if isinstance(X, str):
        raise ValueError("give an iterable of texts, not one text")
    if isinstance(X, np.ndarray) and X.ndim == 2 and X.shape[1] == 1:
        X = X[:, 0]
    if getattr(X, "ndim", 1) == 2:
        raise ValueError(f"texts come in one dimension, not in {getattr(X, 'shape', 'two')}")
    return X if isinstance(X, list) else list(records(X))


"""The three estimators: scikit-learn's own checks where they apply, ours where they do not."""

import pickle

import notis
import numpy as np
import pandas as pd
import polars as pl
import pytest
from conftest import FERRY, SALMON
from notis.sklearn import NotisClassifier, NotisTopics, NotisVectorizer
from scipy import sparse
from sklearn.base import clone
from sklearn.model_selection import GridSearchCV, cross_validate
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC
from sklearn.utils.estimator_checks import check_estimator


def failures(estimator):
    results = check_estimator(estimator, on_fail=None, on_skip=None)
    return {result["check_name"] for result in results if result["status"] == "failed"}, len(results)


@pytest.mark.parametrize("learner", ["svm", "logistic"])
def test_the_classifier_passes_the_checks_of_scikit_learn(learner):
    ours, checks = failures(NotisClassifier(learner))
    theirs, _ = failures(LinearSVC())
    assert checks > 40
    assert len(ours) <= len(theirs), f"{ours} of {checks}, where LinearSVC fails {theirs}"
    assert not ours, ours


@pytest.mark.parametrize("learner", ["nb", "complement-nb"])
def test_learners_that_count_pass_them_too(learner):
    ours, _ = failures(NotisClassifier(learner))
    assert not ours, ours


def test_rows_are_those_of_the_library(labelled):
    texts, _ = labelled
    vectorizer = NotisVectorizer("words=2", min_df=1)
    rows = vectorizer.fit_transform(texts)
    assert rows.dtype == np.float32 and rows.indices.dtype == rows.indptr.dtype == np.int32
    assert sparse.isspmatrix_csr(rows) and rows.has_canonical_format
    assert np.allclose(sparse.linalg.norm(rows, axis=1), 1, atol=1e-5)
    again = vectorizer.transform(texts)
    assert (rows != again).nnz == 0
    assert (rows[3] != vectorizer.transform(texts[3:4])).nnz == 0, "a row is the same alone and among others"
    assert vectorizer.document_frequencies_.max() == len(texts)
    assert len(vectorizer.get_feature_names_out()) == rows.shape[1]


def test_the_vectorizer_is_cloned_and_pickled(labelled):
    texts, _ = labelled
    vectorizer = NotisVectorizer("words=1,stems", min_df=3, max_features=50)
    rows = vectorizer.fit_transform(texts)
    assert rows.shape[1] <= 50
    assert (pickle.loads(pickle.dumps(vectorizer)).transform(texts) != rows).nnz == 0
    assert clone(vectorizer).get_params() == vectorizer.get_params()
    with pytest.raises(notis.OptionsError, match="«ord» is no feature"):
        NotisVectorizer("ord").fit(texts)
    with pytest.raises(Exception, match="not fitted"):
        NotisVectorizer().transform(texts)


def test_sparse_and_dense_rows_give_the_same(labelled):
    texts, labels = labelled
    rows = NotisVectorizer(min_df=1).fit_transform(texts)
    by_sparse, by_dense = NotisClassifier().fit(rows, labels), NotisClassifier().fit(rows.toarray(), labels)
    assert np.allclose(by_sparse.coef_, by_dense.coef_, atol=1e-4)
    assert by_sparse.score(rows, labels) == by_dense.score(rows.tocoo(), labels) == 1.0


def test_a_pipeline_is_searched(labelled):
    texts, labels = labelled
    model = make_pipeline(NotisVectorizer(min_df=1), NotisClassifier())
    grid = {"notisvectorizer__features": ["words=1", "chars=3-5"], "notisclassifier__value": [0.3, 3.0]}
    search = GridSearchCV(model, grid, cv=3).fit(texts, labels)
    assert search.best_score_ > 0.9
    assert search.predict([SALMON, FERRY]).tolist() == ["laks", "ferje"]


def test_topics_of_one_label_a_text(labelled):
    texts, labels = labelled
    topics = NotisTopics("svm", budget=1).fit(texts, labels)
    assert topics.classes_.tolist() == ["ferje", "laks"]
    assert topics.predict([SALMON, FERRY]).tolist() == ["laks", "ferje"]
    probabilities = topics.predict_proba(np.array([SALMON, FERRY, "x"]))
    assert probabilities.shape == (3, 2) and np.allclose(probabilities.sum(axis=1), 1, atol=1e-5)
    assert (pickle.loads(pickle.dumps(topics)).predict_proba([SALMON]) == topics.predict_proba([SALMON])).all()
    assert clone(topics).get_params() == topics.get_params()
    assert clone(topics).set_params(learner="nb").learner == "nb"


def test_topics_of_several_labels_a_text(labelled):
    texts, labels = labelled
    lists = [[label] for label in labels] + [["ferje", "laks"], []] * 4
    both = [f"{SALMON} {FERRY} Sak {n}." if n % 2 == 0 else f"Bystyret vedtok budsjettet i sak {n} onsdag." for n in range(8)]
    indicator = np.array([["ferje" in one, "laks" in one] for one in lists], dtype=int)
    by_lists = NotisTopics("svm", features="words=1", budget=1).fit(texts + both, lists)
    assert by_lists.classes_.tolist() == ["ferje", "laks"]
    by_indicator = NotisTopics("svm", features="words=1", budget=1).fit(texts + both, indicator)
    assert by_indicator.classes_.tolist() == [0, 1]
    predicted = by_indicator.predict(texts)
    assert predicted.shape == (len(texts), 2) and by_indicator.score(texts, indicator[: len(texts)]) > 0.9
    assert (by_lists.predict(texts) == predicted).all()


def test_topics_are_cross_validated_and_searched(labelled):
    texts, labels = labelled
    scores = cross_validate(NotisTopics("svm", features="words=1", calibrate=False, budget=1), texts, labels, cv=3)
    assert scores["test_score"].mean() > 0.9
    search = GridSearchCV(NotisTopics(features="words=1", calibrate=False, budget=1), {"learner": ["nb", "svm"]}, cv=2)
    assert search.fit(np.array(texts), np.array(labels)).best_score_ > 0.9


@pytest.mark.parametrize("series", [pd.Series, pl.Series, np.array, tuple])
def test_texts_come_as_any_series(labelled, series):
    texts, labels = labelled
    topics = NotisTopics("svm", features="words=1", calibrate=False, budget=1).fit(series(texts), series(labels))
    assert topics.predict(series([SALMON, FERRY])).tolist() == ["laks", "ferje"]
    assert NotisVectorizer(min_df=1).fit_transform(series(texts)).shape[0] == len(texts)


def test_one_text_is_not_many():
    with pytest.raises(ValueError, match="not one text"):
        NotisVectorizer(min_df=1).fit("Laksen rømde.")

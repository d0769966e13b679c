"""Speed and accuracy beside scikit-learn's own, on reviews of several newspapers, in one run.

usage: norec.py TRAIN.jsonl.gz DEV.jsonl.gz

Trains on the first file and tells the newspaper (the label) of the articles of the second. Times are of the processor, all
threads together.
"""

import sys
import time

import notis
from notis.sklearn import NotisClassifier, NotisTopics, NotisVectorizer
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC

MODELS = {
    "TfidfVectorizer(1-2) + LinearSVC": lambda: make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True), LinearSVC()
    ),
    "NotisVectorizer(words=2) + LinearSVC": lambda: make_pipeline(NotisVectorizer("words=2"), LinearSVC()),
    "NotisVectorizer(words=2) + NotisClassifier": lambda: make_pipeline(NotisVectorizer("words=2"), NotisClassifier()),
    "NotisVectorizer(words=2,marks) + NotisClassifier": lambda: make_pipeline(
        NotisVectorizer("words=2,marks"), NotisClassifier()
    ),
    "NotisTopics(svm, words=2,marks)": lambda: NotisTopics("svm", features="words=2,marks", calibrate=False, budget=1),
}


def rows(file):
    articles = [article for article in notis.read(file) if article.get("labels")]
    return [article["text"] for article in articles], [article["labels"][0] for article in articles]


def main(train, dev):
    (texts, labels), (asked, truth) = rows(train), rows(dev)
    print(f"{len(texts)} articles to learn from, {len(asked)} to tell, {len(set(labels))} classes")
    for name, make in MODELS.items():
        start = time.process_time()
        model = make().fit(texts, labels)
        fitted = time.process_time()
        accuracy = sum(told == true for told, true in zip(model.predict(asked), truth)) / len(truth)
        told = time.process_time() - fitted
        print(f"{name}: accuracy {accuracy:.3f}, fit {fitted - start:.1f} s, predict {told:.1f} s", flush=True)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])

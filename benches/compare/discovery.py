"""Topics of unlabelled articles: notis beside scikit-learn and gensim, on the same articles in the same run.

    python benches/compare/discovery.py DATA [--notis target/release/notis] [--only NAME]

DATA is the folder with the data sets (../shared/data). It needs numpy, scipy, scikit-learn and gensim, and BERTopic
where it is to be compared, too. Printed are, for each corpus and each system, on as many topics as there are labels:

  NMI, purity, ARI   of the articles that have exactly one label, each dealt to its best topic
  NPMI, near, C_v    of the ten words of each topic, by gensim, on the same articles as stems: NPMI in whole articles and
                     within ten words
  diversity          the share of distinct words among these
  stability          how far these words come back in other draws of the articles, as many with replacement: the mean best
                     Jaccard index over topics and draws, the same draws for all; beside it what the words of the labels'
                     own articles reach, had the labels been the topics
  CPU s              of finding the topics, reading and analysis included

and, for notis, what `notis evaluate discovery` says itself, which must agree with gensim and scikit-learn to the third digit.
The rivals get each article as a text and their own usual settings; words of theirs are led back to stems for coherence, so
that no system is punished for what it calls a word. One seed each.
"""

import argparse
import collections
import csv
import gzip
import json
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

import numpy as np
from gensim.corpora import Dictionary
from gensim.models import LdaModel
from gensim.models.coherencemodel import CoherenceModel
from gensim.topic_coherence.text_analysis import WordOccurrenceAccumulator
from sklearn.cluster import KMeans
from sklearn.decomposition import NMF, LatentDirichletAllocation, TruncatedSVD
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score
from sklearn.preprocessing import normalize

MINISTRIES = "ad fad lmd kud krd fin smk fkd fd kd ud bld jd hod md sd oed nhd aid kmd nfd kld asd".split()
PROJECT = pathlib.Path(__file__).parents[2]


def lines(path):
    with gzip.open(path, "rt") as file:
        yield from map(json.loads, file)


def giella(data):
    """Government pages that name one ministry, of ministries with at least twenty."""
    found = {}
    for row in lines(data / "giella-gov.jsonl.gz"):
        labels = [label for label in row["labels"] if label in MINISTRIES]
        if len(labels) == 1:
            found.setdefault(row["id"], (row.get("title"), row["text"], labels))
    sizes = collections.Counter(labels[0] for _, _, labels in found.values())
    return {key: row for key, row in found.items() if sizes[row[2][0]] >= 20}, None


def starter(data):
    found = {}
    folder = PROJECT / "data" / "corpus"
    for row in csv.DictReader(open(folder / "labels.tsv"), delimiter="\t"):
        labels = [label for label in row["labels"].split(";") if label]
        if len(labels) == 1:
            found[row["file"]] = (row["title"] or None, (folder / (row["file"] + ".txt")).read_text(), labels)
    return found, None


def real(data):
    found = {}
    for name in ("topics-real-train", "topics-real-feeds"):
        for row in lines(data / f"{name}.jsonl.gz"):
            found[row["id"]] = (row.get("title"), row["text"], row["labels"])
    return found, 40


def sib(data):
    found = {}
    for row in lines(data / "sib200-nb-train.jsonl.gz"):
        found[row["id"]] = (None, row["text"], row["labels"])
    return found, None


CORPORA = {"giella-gov": giella, "data/corpus": starter, "topics-real-train + feeds": real, "SIB-200 nb": sib}


def purity(labels, groups):
    pairs = collections.defaultdict(collections.Counter)
    for label, group in zip(labels, groups):
        pairs[group][label] += 1
    return sum(counts.most_common(1)[0][1] for counts in pairs.values()) / len(labels)


def agreement(corpus, groups):
    single = [(row[2][0], group) for row, group in zip(corpus.values(), groups) if len(row[2]) == 1]
    labels, groups = zip(*single)
    return (
        normalized_mutual_info_score(labels, groups),
        purity(labels, groups),
        adjusted_rand_score(labels, groups),
    )


class Stems:
    """The articles as stems, as `notis analyze` gives them, and the commonest stem of each word."""

    def __init__(self, notis, file, corpus):
        printed = subprocess.run([notis, "analyze", file, "--format", "jsonl", "-q"], capture_output=True, check=True)
        self.texts, words = [], collections.defaultdict(collections.Counter)
        for line, row in zip(printed.stdout.splitlines(), corpus.values()):
            text, tokens = row[1].encode(), json.loads(line)["tokens"]
            self.texts.append([token["stem"] for token in tokens])
            for token in tokens:
                words[text[token["start"] : token["end"]].decode().lower()][token["stem"]] += 1
        self.of = {word: stems.most_common(1)[0][0] for word, stems in words.items()}
        self.dictionary = Dictionary(self.texts)

    def topics(self, words):
        return [list(dict.fromkeys(self.of.get(word, word) for word in topic)) for topic in words]

    def coherence(self, topics, measure):
        known = [[word for word in topic if word in self.dictionary.token2id] for topic in topics]
        known = [topic for topic in known if len(topic) > 1]
        window = max(map(len, self.texts)) if measure == "whole" else None
        measure = "c_v" if measure == "c_v" else "c_npmi"
        model = CoherenceModel(
            topics=known, texts=self.texts, dictionary=self.dictionary, coherence=measure, window_size=window, processes=1
        )
        return model.get_coherence()


def whole_window(accumulator, window, _):
    """The words of a window. gensim 4.4 forgets a word that leaves a window at its edge, though it may stand there twice."""
    accumulator._uniq_words[:] = False
    accumulator._uniq_words[np.unique(window)] = True


WordOccurrenceAccumulator._slide_window = whole_window
MEASURES = {"npmi": "whole", "npmi_near": "near", "c_v": "c_v"}


def cpu():
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in spent)


def factors(model, vectorizer, texts):
    counts = vectorizer.fit_transform(texts)
    names = vectorizer.get_feature_names_out()
    groups = model.fit_transform(counts).argmax(1)
    return groups, [names[row.argsort()[::-1][:10]].tolist() for row in model.components_]


def sklearn_nmf(texts, topics):
    vectorizer = TfidfVectorizer(min_df=3, max_df=0.5, sublinear_tf=True)
    return factors(NMF(topics, init="nndsvda", random_state=0, max_iter=200), vectorizer, texts)


def sklearn_lda(texts, topics):
    vectorizer = CountVectorizer(min_df=3, max_df=0.5)
    return factors(LatentDirichletAllocation(topics, random_state=0, max_iter=20), vectorizer, texts)


def sklearn_svd(texts, topics):
    vectorizer = TfidfVectorizer(min_df=3, max_df=0.5, sublinear_tf=True)
    rows = vectorizer.fit_transform(texts)
    space = normalize(TruncatedSVD(min(100, rows.shape[1] - 1), random_state=0).fit_transform(rows))
    groups = KMeans(topics, n_init=10, random_state=0).fit_predict(space)
    names = vectorizer.get_feature_names_out()
    means = [np.asarray(rows[groups == topic].mean(0)).ravel() for topic in range(topics)]
    return groups, [names[mean.argsort()[::-1][:10]].tolist() for mean in means]


def gensim_lda(texts, topics):
    analyze = CountVectorizer().build_analyzer()
    words = [analyze(text) for text in texts]
    dictionary = Dictionary(words)
    dictionary.filter_extremes(no_below=3, no_above=0.5)
    bags = [dictionary.doc2bow(text) for text in words]
    model = LdaModel(bags, topics, dictionary, passes=10, random_state=0)
    best = lambda bag: max(model.get_document_topics(bag, minimum_probability=0), key=lambda pair: pair[1])[0]
    return [best(bag) for bag in bags], [[word for word, _ in model.show_topic(t, 10)] for t in range(topics)]


def bertopic(texts, topics):
    from bertopic import BERTopic

    model = BERTopic(language="multilingual", nr_topics=topics)
    groups, _ = model.fit_transform(texts)
    return groups, [[word for word, _ in model.get_topic(topic)[:10]] for topic in sorted(set(groups) - {-1})]


RIVALS = {
    "sklearn NMF": sklearn_nmf,
    "sklearn LDA": sklearn_lda,
    "sklearn SVD + k-means": sklearn_svd,
    "gensim LDA": gensim_lda,
    "BERTopic": bertopic,
}


def drawn(count, draw, seed=1):
    """The articles that `notis evaluate discovery` draws: SplitMix64, its numbers scaled to the count."""
    state, most = seed + 1 + draw, (1 << 64) - 1
    for _ in range(count):
        state = (state + 0x9E3779B97F4A7C15) & most
        bits = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & most
        bits = ((bits ^ (bits >> 27)) * 0x94D049BB133111EB) & most
        yield ((bits ^ (bits >> 31)) * count) >> 64


def best_match(one, other):
    jaccard = lambda a, b: len(a & b) / max(len(a | b), 1)
    sets = [set(words) for words in other]
    return float(np.mean([max(jaccard(set(words), found) for found in sets) for words in one]))


def stability(find, texts, topics, words, stems, draws):
    again = lambda draw: stems.topics(find([texts[article] for article in drawn(len(texts), draw)], topics)[1])
    return float(np.mean([best_match(words, again(draw)) for draw in range(draws)])) if draws else None


def evaluated(notis, file, topics, draws):
    """What notis says of itself, and the CPU seconds of `notis discover`."""
    before = cpu()
    with tempfile.TemporaryDirectory() as folder:
        target = pathlib.Path(folder) / "emner"
        subprocess.run([notis, "discover", file, "-o", target, "--topics-count", str(topics), "-q"], check=True)
    spent = cpu() - before
    args = [notis, "evaluate", "discovery", file, "--topics-count", str(topics), "--draws", str(draws), "--format", "json"]
    return json.loads(subprocess.run(args, capture_output=True, check=True).stdout), spent


def row(name, numbers):
    print(f"| {name} | " + " | ".join(f"{n:.3f}" if n is not None else "" for n in numbers[:-1]) + f" | {numbers[-1]:.1f} |")
    sys.stdout.flush()


def compare(name, corpus, topics, notis, draws, rivals):
    topics = topics or len({row[2][0] for row in corpus.values()})
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        for key, (title, text, labels) in corpus.items():
            file.write(json.dumps({"id": key, "title": title, "text": text, "labels": labels}) + "\n")
        file.flush()
        stems = Stems(notis, file.name, corpus)
        scores, spent = evaluated(notis, file.name, topics, draws)
    print(f"\n{name}: {len(corpus)} articles, {topics} topics\n")
    print("| | NMI | purity | ARI | NPMI | near | C_v | diversity | stability | CPU s |\n" + "|---" * 10 + "|")
    own = [stems.coherence(scores["words"], measure) for measure in MEASURES.values()]
    every = scores["agreement"]["all"]
    row("**notis**", [every["nmi"], every["purity"], every["ari"], *own, scores["diversity"], scores["stability"], spent])
    texts = [f"{title or ''}\n{text}" for title, text, _ in corpus.values()]
    for rival in rivals:
        find, start = RIVALS[rival], cpu()
        try:
            groups, words = find(texts, topics)
        except ImportError as missing:
            print(f"| {rival} | not installed: {missing.name} |")
            continue
        spent = cpu() - start
        words = stems.topics(words)
        flat = [word for topic in words for word in topic]
        measured = [stems.coherence(words, measure) for measure in MEASURES.values()]
        comes_back = stability(find, texts, topics, words, stems, draws)
        row(rival, [*agreement(corpus, groups), *measured, len(set(flat)) / len(flat), comes_back, spent])
    differences = [abs(a - scores[b]) for a, b in zip(own, MEASURES)]
    of_labels = scores["agreement"]["stability"]
    print(f"\n{draws} draws; stability of the labels' own words: {of_labels}")
    print(f"coherence differs from gensim's by {max(differences):.6f}")
    assert max(differences) < 1e-3, "notis and gensim compute coherence differently"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--notis", default=str(PROJECT / "target" / "release" / "notis"))
    parser.add_argument("--only", help="one corpus")
    parser.add_argument("--draws", type=int, default=10, help="each rival searches as often again")
    parser.add_argument("--rivals", nargs="+", choices=RIVALS, default=list(RIVALS), metavar="NAME", help=", ".join(RIVALS))
    args = parser.parse_args()
    started = time.strftime("%Y-%m-%d")
    print(f"{started}, {args.notis}")
    for name, load in CORPORA.items():
        if args.only in (None, name):
            corpus, topics = load(args.data)
            compare(name, corpus, topics, args.notis, args.draws, args.rivals)


if __name__ == "__main__":
    main()

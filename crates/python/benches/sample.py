"""What models from statistics are worth beside one that is trained on all articles at once.

usage: sample.py NOTIS TRAIN.jsonl[.gz] DEV.jsonl[.gz] SAMPLES [--exclusive]

Trains on the articles of TRAIN with the command NOTIS, and from their statistics: Naive Bayes of all of them, and a support
vector machine of samples of so many (SAMPLES, such as 1000,3000,10000). Prints micro- and macro-F1 on DEV, which no threshold
has seen, the seconds of the processor that training took, and the size of the statistics.
"""

import json
import pathlib
import resource
import subprocess
import sys
import tempfile

FEATURES = ["--features", "words=2"]


def seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(*command):
    before = seconds()
    done = subprocess.run([*map(str, command), "-q"], check=True, stdout=subprocess.PIPE)
    return done.stdout, seconds() - before


def main(notis, train, dev, samples, *exclusive):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        model = folder / "m.notis"

        def told(way, took, statistics=None):
            report = json.loads(run(notis, "evaluate", "topics", dev, "-m", model, "--format", "json")[0])
            size = f", statistics {statistics.stat().st_size / 1e6:.0f} MB" if statistics else ""
            f1 = f"micro-F1 {report['micro']['f1']:.3f}, macro-F1 {report['macro_f1']:.3f}"
            print(f"{way}: {f1}, {took:.0f} s{size}", flush=True)

        for learner in ("svm", "nb"):
            took = run(notis, "train", train, *exclusive, *FEATURES, "--learner", learner, "-o", model)[1]
            told(f"{learner} of all articles, at once", took)
        for sample in map(int, samples.split(",")):
            statistics = folder / f"{sample}.stats"
            counting = run(notis, "count", train, *FEATURES, "--sample", sample, "-o", statistics)[1]
            for learner in ("nb", "svm"):
                options = [*exclusive, "--learner", learner, "-o", model]
                took = run(notis, "train", "--from-counts", statistics, *options)[1]
                told(f"{learner} from statistics (counted in {counting:.0f} s) with a sample of {sample}", took, statistics)
            statistics.unlink()


if __name__ == "__main__":
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])

#!/usr/bin/env python3
"""Holds the whole way, from bytes to tags and digests, to linear time and bounded memory.

    scripts/check_linear.py [--notis target/release/notis] [--sizes 0.1,1,10] [--most 1.15]

Each verb reads texts of one article in many shapes, ten times as long each time. The exponent of its processor time (user
and system, the start of the program taken off) between the last two sizes must be at most 1.15, and its memory at most
1 GB; the gate, whose machine has other work, allows 1.3: a quadratic place gives 2. What is too quick to be measured is passed over, and said to be."""

import argparse, json, math, os, pathlib, random, subprocess, sys, tempfile

MOST_MEMORY = 1_000_000_000
# Below so many seconds the shorter run says nothing of the longer one.
LEAST = 0.05
SEED = 7

VERBS = {
    "classify": ["classify", "--scores"],
    "explain": ["classify", "--explain"],
    "digest": ["digest"],
    "bullets": ["digest", "--bullets", "3"],
    "lexrank": ["digest", "--method", "lexrank", "--sentences", "3"],
    "story": ["digest", "--by", "story"],
    "analyze": ["analyze"],
}


def sentences():
    """Sentences of the corpus, in an order of their own."""
    lines = []
    for path in sorted(pathlib.Path("data/corpus").rglob("*.txt")):
        lines += [line.strip() for line in path.read_text("utf8").splitlines() if len(line) > 60]
    random.Random(SEED).shuffle(lines)
    return lines


def fill(pieces, size, join):
    """Pieces, again and again, up to so many bytes."""
    text, length, at = [], 0, 0
    while length < size:
        piece = pieces[at % len(pieces)]
        text.append(piece)
        length += len(piece.encode()) + len(join)
        at += 1
    return join.join(text)


def shapes(prose):
    """Each shape as pieces and what stands between them."""
    words = " ".join(prose).replace(".", "").split()
    rng = random.Random(SEED)
    names = [f"{a} {b}" for a in ("Kari", "Ola", "Ingrid", "Nils") for b in (w.capitalize() for w in words if len(w) > 5)]
    rng.shuffle(names)
    return {
        "one paragraph": (prose, " "),
        "paragraphs": (prose, "\n\n"),
        "one sentence": ([f"{word}," for word in words], " "),
        "one word": (["regjering"], ""),
        "headings": ([" ".join(words[at : at + 4]).capitalize() for at in range(0, 40000, 4)], "\n\n"),
        "names": (names, ", "),
        "short sentences": ([f"{word.capitalize()} kom." for word in words if word.isalpha()], " "),
        "short acronyms": (["Terror i dag, IS kom att."], " "),
        "one article again and again": (prose[:12], " "),
    }


def run(command):
    """Processor seconds and peak bytes of a run that must succeed."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, f"{' '.join(map(str, command))}: {process.returncode} {said.decode()}"
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--notis", default="target/release/notis")
    parser.add_argument("--sizes", default="0.1,1,10", help="megabytes")
    parser.add_argument("--most", type=float, default=1.15, help="exponent")
    given = parser.parse_args()
    sizes = [float(size) for size in given.sizes.split(",")]
    wrong, texts = [], shapes(sentences())
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "article.jsonl")

        def measure(arguments, text):
            file.write_text(json.dumps({"id": "a", "text": text}, ensure_ascii=False) + "\n", "utf8")
            return run([given.notis, *arguments, file, "--format", "jsonl", "--max-article", "64MB", "--quiet"])

        for verb, arguments in VERBS.items():
            start = min(measure(arguments, "Elva steig i natt.")[0] for _ in range(3))
            for shape, (pieces, join) in texts.items():
                found = [measure(arguments, fill(pieces, size * 1e6, join)) for size in sizes]
                wrong += judge(f"{verb}, {shape}", sizes, start, found, given.most)
    if wrong:
        sys.exit("\n".join(["not linear:", *wrong]))


def judge(name, sizes, start, found, most):
    """Prints a line; gives it back where it breaks the law."""
    times = [max(seconds - start, 1e-6) for seconds, _ in found]
    memory = max(peak for _, peak in found)
    told = " ".join(f"{seconds:.2f}" for seconds in times)
    line = f"{name}: {told} s, {memory / 1e6:.0f} MB"
    broken = memory > MOST_MEMORY
    if times[-2] < LEAST:
        line += ", too quick to tell"
    else:
        exponent = math.log(times[-1] / times[-2]) / math.log(sizes[-1] / sizes[-2])
        line += f", exponent {exponent:.2f}"
        broken |= exponent > most
    print(line, flush=True)
    return [line] if broken else []


if __name__ == "__main__":
    main()

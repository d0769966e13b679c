#!/usr/bin/env python3
"""Reads a model file without notis, as docs/model-format.md describes it, and holds it against `notis inspect`.

    scripts/read_model.py [MODEL] [--notis target/release/notis]

Needs the packages `safetensors`, `numpy` and `blake3`."""

import argparse, json, pathlib, re, subprocess

from blake3 import blake3
from safetensors import safe_open

MULTIPLIER, SALT, MASK = 0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93, (1 << 64) - 1


def mix(state, value):
    product = (state ^ value ^ SALT) * MULTIPLIER
    return (product & MASK) ^ (product >> 64)


def little_endian(rest):
    if len(rest) >= 4:
        high = int.from_bytes(rest[-4:], "little") << (8 * (len(rest) - 4))
        return int.from_bytes(rest[:4], "little") | high
    places = {0, len(rest) // 2, len(rest) - 1} if rest else set()
    number = 0
    for at in places:
        number |= rest[at] << (8 * at)
    return number


def hash_bytes(text):
    state = mix(MULTIPLIER, len(text))
    whole = len(text) // 8 * 8
    for at in range(0, whole, 8):
        state = mix(state, int.from_bytes(text[at : at + 8], "little"))
    return mix(state, little_endian(text[whole:])) if len(text) > whole else state


def term(view, text):
    """A term, its view in the top three bits: 1 for stems, 2 for runs of letters."""
    return hash_bytes(text.encode()) >> 3 | view << 61


def check_sum(path):
    """The file's own sum, made as its page says."""
    data = bytearray(path.read_bytes())
    length = int.from_bytes(data[:8], "little")
    start, end = json.loads(data[8 : 8 + length])["blake3"]["data_offsets"]
    at = 8 + length + start
    stored = bytes(data[at : at + end - start])
    data[at : at + end - start] = bytes(end - start)
    assert blake3(data).digest() == stored, "the sum does not match"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model", nargs="?", type=pathlib.Path, default=pathlib.Path("models/topics.notis"))
    parser.add_argument("--notis", default="target/release/notis")
    given = parser.parse_args()
    assert hash_bytes("skule".encode()) == 17225728976231345821
    assert hash_bytes(b"") == 11357735248291438161
    check_sum(given.model)
    with safe_open(given.model, framework="numpy") as file:
        head = json.loads(file.metadata()["notis"])
        arrays = {name: file.get_tensor(name) for name in file.keys()}
    compare_with_inspect(head, given)
    for number, topics in enumerate(head["weighed"]):
        check_words(arrays, f"words{number}", len(topics))
    terms = set(arrays["words0.terms"].tolist())
    common = [(1, "regjering"), (1, "politi"), (1, "krig"), (2, "_fotb"), (2, "raket"), (2, "polit")]
    known = [text for view, text in common if term(view, text) in terms]
    assert len(known) >= 4, f"only {known} are among the terms: the hash is not the one that is described"
    print(f"{given.model}: {len(head['topics'])} topics, {len(terms)} terms, as notis reads them")


def compare_with_inspect(head, given):
    """Topics and thresholds are those that notis tells."""
    told = subprocess.run([given.notis, "inspect", given.model], check=True, capture_output=True, text=True).stdout
    rows = dict(re.findall(r"^(\S+) +(\d\.\d\d) ", told, re.MULTILINE))
    for topic, join in zip(head["topics"], head["joins"], strict=True):
        assert abs(float(rows[topic["id"]]) - join["threshold"]) <= 0.0051, topic["id"]


def check_words(arrays, name, classes):
    terms = arrays[f"{name}.terms"]
    assert (terms[:-1] < terms[1:]).all(), "terms ascend"
    assert len(arrays[f"{name}.weights"]) == len(terms) * classes
    for part in ("scales", "biases", "thresholds"):
        assert len(arrays[f"{name}.{part}"]) == classes, part


if __name__ == "__main__":
    main()

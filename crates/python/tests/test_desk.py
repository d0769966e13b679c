"""The desk: answers, offsets, errors, pickles, interrupts."""

import json
import os
import pathlib
import pickle
import signal
import subprocess
import sys
import threading
import time

import notis
import pytest
from conftest import FERRY, ROCKET, SALMON

ASTRAL = "🚢 Ferja «Blåfjell» ligg ved kai. 𝒩ord-Korea? Nei: Nord-Korea skaut opp ein rakett, og Nord-Korea teier om raketten."


def test_one_gives_one_and_many_give_a_list(desk):
    one = desk.classify(ROCKET)
    assert isinstance(one, notis.Classification)
    assert [answer.topics for answer in desk.classify(iter([ROCKET, ROCKET]))] == [one.topics] * 2
    assert desk.classify([]) == []
    assert desk.classify({"id": "a1", "text": ROCKET}).id == "a1"


@pytest.mark.parametrize("text", [ROCKET, ASTRAL, FERRY])
def test_offsets_count_characters(desk, text):
    explained = desk.explain(text, "nord-korea")
    for words in (e for e in explained.evidence if e.field is None):
        assert text[words.start : words.end] == words.text
    digest = desk.digest(text, sentences=2)
    for sentence in (s for s in digest.sentences if not s.edits):
        assert " ".join(text[sentence.start : sentence.end].split()) == sentence.text
    for name, spans in zip(digest.names, digest.name_spans):
        assert any(text[span.start : span.end].startswith(name[:3]) for span in spans)
    seen = desk.analyze(text)
    assert all(text[token.start : token.end].strip() for token in seen.tokens)
    for mention in seen.names:
        assert text[mention.start : mention.end].split()[0] in mention.name + "s"
    for keyword in desk.keywords(text):
        assert any(text[span.start : span.end].lower() == keyword.text for span in keyword.spans)


def test_offsets_in_a_title_are_those_of_the_title(desk):
    title = "Ærlig talt: Nord-Korea skjøt"
    explained = desk.explain({"title": title, "text": ROCKET}, "nord-korea")
    in_title = [e for e in explained.evidence if e.field == "title"]
    assert in_title and all(title[e.start : e.end] == e.text for e in in_title)


def test_weights_add_up_to_the_log_odds(desk):
    import math

    probability = desk.classify(ROCKET, scores=True).scores["nord-korea"]
    total = sum(e.weight for e in desk.explain(ROCKET, "nord-korea").evidence)
    assert math.isclose(1 / (1 + math.exp(-total)), probability, abs_tol=0.01)


def test_stories_say_where_their_sentences_stand(desk):
    articles = [
        {"id": "b", "text": "Ærleg: Ferja står. " + FERRY, "date": "2026-11-02"},
        {"id": "a", "text": FERRY, "date": "2026-11-01"},
        {"id": "c", "text": SALMON, "date": "2026-11-01"},
    ]
    groups = desk.stories(articles, sentences=2)
    texts = {article["id"]: article["text"] for article in articles}
    assert sorted(len(group.articles) for group in groups) == [1, 2]
    for sentence in (s for group in groups for s in group.sentences if not s.edits):
        assert texts[sentence.id][sentence.start : sentence.end] == sentence.text
    assert [group.group for group in desk.stories(articles, by="date", sentences=1)] == ["2026-11-02", "2026-11-01"]
    with pytest.raises(notis.InputError, match="two articles have the id «a»"):
        desk.stories([{"id": "a", "text": FERRY}, {"id": "a", "text": SALMON}])


def test_one_length_at_a_time(desk):
    assert len(desk.digest(ROCKET, bullets=2).text.splitlines()) == 2
    assert len(desk.digest(ROCKET, words=8).text.split()) <= 8
    with pytest.raises(notis.OptionsError, match="give one of"):
        desk.digest(ROCKET, words=8, sentences=1)
    with pytest.raises(notis.DigestError):
        desk.digest(ROCKET, sentences=0)


def test_errors_say_what_the_library_says(desk, tmp_path):
    with pytest.raises(notis.ModelError, match="cannot read the model .*mangler.notis"):
        notis.load(tmp_path / "mangler.notis")
    (tmp_path / "tull.notis").write_bytes(b"tull" * 100)
    with pytest.raises(notis.ModelError, match="tull.notis: not a notis model"):
        notis.load(tmp_path / "tull.notis")
    with pytest.raises(notis.TopicsError, match="neither aliases nor related"):
        notis.load(topics="[[topic]]\nid = 'laks'")
    with pytest.raises(notis.OptionsError, match="probability"):
        notis.load(threshold=2)
    with pytest.raises(notis.OptionsError, match="no topic «sjakk»"):
        desk.explain(ROCKET, "sjakk")
    for wrong in (None, 3, b"Ferja"):
        with pytest.raises(TypeError, match="articles are a str, a mapping"):
            desk.classify(wrong)
    with pytest.raises(TypeError, match="article 1 is int"):
        desk.classify([ROCKET, 7])
    with pytest.raises(ValueError, match="article 0 has no «text»"):
        desk.classify({"title": "Laks"})
    with pytest.raises(TypeError, match="«title» of article 0 is int, not a str"):
        desk.classify({"text": "Laks", "title": 7})
    assert issubclass(notis.ModelError, notis.NotisError) and issubclass(notis.NotisError, ValueError)


def test_a_desk_is_pickled_with_its_model(labelled, desk):
    texts, labels = labelled
    own = notis.train(texts, labels, exclusive=True, learner="svm", budget=1)
    again = pickle.loads(pickle.dumps(own))
    assert again.to_bytes() == own.to_bytes() and again.classify(SALMON) == own.classify(SALMON)
    shipped = pickle.dumps(desk)
    assert len(shipped) < 1000 and pickle.loads(shipped).topics == desk.topics


def test_models_are_saved_and_opened(labelled, tmp_path):
    texts, labels = labelled
    own = notis.train(texts, labels, exclusive=True, learner="nb", budget=1)
    own.save(tmp_path / "m.notis")
    assert notis.load(tmp_path / "m.notis").topics == ["ferje", "laks"]
    assert notis.load((tmp_path / "m.notis").read_bytes()).to_bytes() == own.to_bytes()
    assert own.card()["training"]["articles"] == len(texts)
    assert own.remarks and all(isinstance(remark, str) for remark in own.remarks)


def test_training_says_what_is_wrong():
    with pytest.raises(notis.TrainingError, match="one label alone"):
        notis.train(["Laks.", "Laksen."], ["laks", "laks"])
    with pytest.raises(notis.TrainingError, match="2 articles have 1 labels"):
        notis.train(["Laks.", "Laksen."], ["laks"])
    with pytest.raises(notis.OptionsError, match="there is no learner «skog»"):
        notis.train(["Laks.", "Ferje."], ["laks", "ferje"], learner="skog")


def test_evaluation_is_the_report_of_the_command(labelled, desk):
    texts, labels = labelled
    report = notis.evaluate(texts, labels, folds=3, exclusive=True, learner="svm", budget=1)
    assert report["articles"] == len(texts) and report["micro"]["f1"] > 0.9
    summaries = [{"text": ROCKET, "summaries_nb": ["Nord-Korea skjøt opp en rakett."]}]
    digests = notis.evaluate(summaries, digests=True, words=20)
    assert [system["name"] for system in digests["systems"]][1:] == ["lead", "random", "oracle"]


def test_series_and_frames_of_pandas_and_polars(desk):
    import pandas
    import polars

    rows = {"id": ["a", "b"], "text": [FERRY, SALMON], "date": ["2026-11-01", None], "title": [None, "Laks"]}
    expected = desk.classify([FERRY, SALMON])
    assert [a.topics for a in desk.classify(pandas.Series(rows["text"]))] == [a.topics for a in expected]
    names = {frozenset(group.articles) for group in desk.stories(pandas.DataFrame(rows))}
    assert names == {frozenset("a"), frozenset("b")}
    assert {frozenset(group.articles) for group in desk.stories(polars.DataFrame(rows))} == names
    assert len(desk.keywords(polars.DataFrame(rows))) == 2


def test_what_is_shown_in_a_notebook_is_escaped(desk):
    evil = "<script>alert(1)</script> Nord-Korea skjøt opp en rakett natt til fredag, melder Nord-Koreas hær & co."
    for answer in (desk.classify(evil, explain=True), desk.explain(evil), desk.digest(evil)):
        markup = answer._repr_html_()
        assert "<script" not in markup and "&amp;" in markup
    marked = desk.explain(evil)._repr_html_()
    assert "<mark" in marked and notis.render([desk.explain(evil)], page=True).startswith("<!doctype html>")
    import html
    import re

    shown = html.unescape(re.sub(r"<[^>]*>", "", notis.render(desk.explain(evil))))
    assert evil in shown, "nothing of the text is lost"
    assert "ferjer" in notis.render(desk.stories([{"id": "ferjer", "text": FERRY}]))


def test_threads_may_ask_at_once_and_the_lock_is_free(desk):
    ticks, done = [], threading.Event()

    def tick():
        while not done.is_set():
            ticks.append(time.perf_counter())
            time.sleep(0.001)

    clock = threading.Thread(target=tick)
    clock.start()
    started = time.perf_counter()
    answers = desk.classify([ROCKET * 5] * 8192)
    took = time.perf_counter() - started
    done.set()
    clock.join()
    assert len({tuple(tag.topic for tag in answer.topics) for answer in answers}) == 1
    within = [at for at in ticks if started <= at <= started + took]
    assert len(within) > 3, f"the clock ticked {len(within)} times in {took:.3f} s"


def test_a_forked_process_works_on(desk):
    desk.classify([ROCKET] * 8)
    child = os.fork()
    if child == 0:
        os._exit(0 if desk.classify([ROCKET] * 8)[0].topics else 1)
    deadline = time.time() + 60
    while time.time() < deadline:
        pid, status = os.waitpid(child, os.WNOHANG)
        if pid:
            assert os.waitstatus_to_exitcode(status) == 0
            return
        time.sleep(0.05)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    pytest.fail("the forked process hangs")


INTERRUPTED = """
import notis, sys, time
desk, text = notis.load(), "Nord-Korea skjøt opp en rakett natt til fredag. " * 200
print("ready", flush=True)
try:
    {work}
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""


@pytest.mark.parametrize(
    "work",
    [
        "desk.classify(text for _ in range(10**6))",
        "notis.train([f'{text[:480]} {n}' for n in range(30_000)], ['a', 'b'] * 15_000, budget=10**6)",
    ],
)
def test_ctrl_c_is_heard(work):
    child = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED.format(work=work)],
        stdout=subprocess.PIPE,
        text=True,
        # Whoever runs the tests in the background has interrupts ignored, and children with them.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        assert child.stdout.readline() == "ready\n"
        time.sleep(1)
        child.send_signal(signal.SIGINT)
        started = time.time()
        assert child.stdout.readline() == "interrupted\n"
        assert time.time() - started < 5
    finally:
        child.kill()
        child.wait()


def test_reading_gives_what_the_command_reads(tmp_path):
    lines = [{"id": "a", "text": FERRY, "labels": ["ferje"], "title": "Ferja står"}, {"id": "b", "text": SALMON}]
    file = tmp_path / "saker.jsonl"
    file.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf8")
    assert notis.read(file) == lines
    with pytest.raises(notis.InputError, match="mangler"):
        notis.read(tmp_path / "mangler.jsonl")


def test_what_people_looked_at_comes_with_an_article(tmp_path):
    lines = [
        {"id": "a", "text": FERRY, "labels": ["ferje"], "graded": ["ferje", "skole"], "mentions": ["skole"]},
        {"id": "b", "text": SALMON, "labels": [], "graded": 27},
        {"id": "c", "text": ROCKET, "grades": {"ferje": 0, "nord-korea": 2}},
    ]
    file = tmp_path / "saker.jsonl"
    file.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf8")
    assert notis.read(file) == lines
    with pytest.raises(TypeError, match="«graded» of article 0 is str"):
        notis.train([{"text": FERRY, "graded": "ferje"}])
    with pytest.raises(TypeError, match="«grades» of article 0 is list"):
        notis.train([{"text": FERRY, "grades": ["ferje"]}])


def test_a_topic_that_was_not_looked_at_is_no_negative(labelled):
    texts, labels = labelled
    # Only ferries were looked for.
    said = [{"text": text, "labels": [label] if label == "ferje" else []} for text, label in zip(texts, labels)]
    judged = [{"text": text, "labels": [label]} for text, label in zip(texts, labels)]
    models = [notis.train(judged + part, learner="svm", budget=1) for part in (said, [{**one, "graded": ["ferje"]} for one in said])]
    sure = [model.classify(SALMON, scores=True).scores["laks"] for model in models]
    assert sure[0] < sure[1]


def test_importing_is_quick_and_brings_nothing_along():
    # Processor time: on a machine that is busy with other things, the clock tells of those.
    code = "import sys, time; t = time.process_time(); import notis; print(time.process_time() - t); print(*sys.modules)"
    took = []
    for _ in range(10):
        seconds, modules = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.splitlines()
        took.append(float(seconds))
        assert not {"numpy", "pandas", "pyarrow", "sklearn"} & set(modules.split())
    assert min(took) < 0.15, took


def test_the_package_is_typed():
    assert pathlib.Path(notis.__file__).with_name("py.typed").exists()

"""Statistics of parts add up to those of the whole."""

import pickle

import notis
import pytest


@pytest.mark.parametrize("parts", [1, 7, 64])
def test_parts_are_the_whole(labelled, parts):
    texts, labels = [column * 3 for column in labelled]
    whole = notis.Statistics.count(texts, labels)
    counted = [notis.Statistics.count(texts[at::parts], labels[at::parts], threads=1) for at in range(parts)]
    total = notis.Statistics.sum(reversed(counted))
    assert total.to_bytes() == whole.to_bytes()
    assert total.train(exclusive=True).to_bytes() == whole.train(exclusive=True).to_bytes()


def test_statistics_are_saved_and_opened(labelled, tmp_path):
    counted = notis.Statistics.count(*labelled)
    counted.save(tmp_path / "a.stats")
    assert notis.Statistics.open(tmp_path / "a.stats") == counted == pickle.loads(pickle.dumps(counted))
    assert (counted.articles, counted.labelled, counted.labels) == (30, 30, ["ferje", "laks"])
    (tmp_path / "a.stats").write_bytes(counted.to_bytes()[:-1])
    with pytest.raises(notis.StatisticsError, match="a.stats"):
        notis.Statistics.open(tmp_path / "a.stats")
    with pytest.raises(notis.TrainingError, match="different features"):
        counted + notis.Statistics.count(*labelled, features="stems")


def test_a_sample_teaches_every_learner(labelled):
    counted = notis.Statistics.count(*labelled, sample=20)
    assert counted.sample == 20
    for learner in ("nb", "svm", None):
        desk = counted.train(exclusive=True, learner=learner, budget=1)
        assert desk.classify(labelled[0][0]).topics[0].topic == "laks"
        assert not any("assumed" in remark for remark in desk.remarks)
    without = notis.Statistics.count(*labelled, sample=0)
    assert any("assumed" in remark for remark in without.train(exclusive=True).remarks)
    with pytest.raises(notis.TrainingError, match="no sample"):
        without.train(exclusive=True, learner="svm")

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

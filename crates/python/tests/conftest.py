"""Articles of our own for all tests."""

import notis
import pytest

SALMON = "Laksen rømde frå merda i natt. Oppdrettaren leitar etter laks i heile fjorden, og laksen er ettertrakta."
FERRY = "Ferja mellom Moss og Horten står etter ein motorbrann i natt. Ingen vart skadde, seier ordføraren i Horten."
ROCKET = (
    "Nord-Korea skjøt opp en ny rakett natt til fredag. Raketten falt i havet øst for Nord-Korea, melder Sør-Koreas hær. "
    "Statsminister Kåre Ødegård i Blåvik sier at skipet «Blåhøna» måtte snu. – Vi så røyken, sier han."
)


@pytest.fixture(scope="session")
def desk():
    return notis.load()


@pytest.fixture(scope="session")
def texts():
    return [f"{text} Dette er sak nummer {number} i år." for number in range(20) for text in (ROCKET, FERRY, SALMON)]


@pytest.fixture(scope="session")
def labelled():
    """Texts of two topics, and the topic of each."""
    pairs = [(SALMON, "laks"), (FERRY, "ferje")]
    rows = [(f"{text} Dette er sak nummer {number} i år.", label) for number in range(15) for text, label in pairs]
    return [row[0] for row in rows], [row[1] for row in rows]

"""Who follows a collaboration or a person goes on hearing of them under every name that they are given."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.mailbox import Mailbox
from tests.site import Site
from tests.watch import TODAY, Watch

HEADING = "Småland Blekinge Halland South Sweden (SBHSS)</h2>"
SHORT_GONE = TODAY.replace(HEADING, "Småland Blekinge Halland South Sweden</h2>")
RENAMED = SHORT_GONE.replace("Småland Blekinge Halland South Sweden</h2>", "Sydsvenska Provkontoret</h2>")


def with_somebody_new(html: str) -> str:
    assert "Bo Frank" in html
    return html.replace("Bo Frank", "Testa Testsson")


@pytest.fixture(params=["SBHSS", "småland blekinge halland south sweden"])
def followed(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def servers() -> Iterator[tuple[Site, Mailbox]]:
    with Site() as site, Mailbox() as mailbox:
        yield site, mailbox


def test_after_a_renaming(tmp_path: Path, servers: tuple[Site, Mailbox], followed: str) -> None:
    """By the abbreviation that it lost or the name that it had: its next change is told as well."""
    watch = Watch(tmp_path, *servers, f'collaborations = ["{followed}"]')
    for html in (TODAY, SHORT_GONE, RENAMED, with_somebody_new(RENAMED)):
        watch.looks(html)
    assert watch.subjects("lasare@example.org") == [
        "Kronoberg: Småland Blekinge Halland South Sweden förkortas inte längre SBHSS",
        "Kronoberg: Småland Blekinge Halland South Sweden heter nu Sydsvenska Provkontoret",
        "Kronoberg: Testa Testsson (M) ersätter Bo Frank (M) som ledamot i Sydsvenska Provkontoret",
    ]


def test_together_with_the_renaming(tmp_path: Path, servers: tuple[Site, Mailbox], followed: str) -> None:
    """A seat that changes in the same look is told in the same mail, also in one that comes later."""
    for number, more in enumerate(("", '\nwhen = "daily"')):
        folder = tmp_path / str(number)
        folder.mkdir()
        watch = Watch(folder, *servers, f'collaborations = ["{followed}"]{more}')
        watch.looks(TODAY)
        watch.looks(SHORT_GONE)
        watch.looks(with_somebody_new(RENAMED))
        watch.clock.later(days=1)
        watch.check()
        text = " ".join(watch.mailbox.messages[-1].text.split())
        assert "heter nu Sydsvenska Provkontoret" in text
        assert "Testa Testsson (M) ersätter Bo Frank (M)" in text


@pytest.mark.parametrize("more", ["", '\nwhen = "daily"'])
def test_a_person_after_being_respelled(tmp_path: Path, servers: tuple[Site, Mailbox], more: str) -> None:
    """Peltola is the reader's word, also when the page has begun to write Peltolla."""
    watch = Watch(tmp_path, *servers, f'people = ["Peltola"]{more}')
    respelled = TODAY.replace("Elizabeth Peltola", "Elizabeth Peltolla")
    promoted = respelled.replace("Elizabeth Peltolla (C), ledamot", "Elizabeth Peltolla (C), ordförande")
    for html in (TODAY, respelled, promoted):
        watch.looks(html)
    watch.clock.later(days=1)
    watch.check()
    told = [each for each in watch.mailbox.messages if each.recipient == "lasare@example.org"]
    text = " ".join(" ".join(each.text.split()) for each in told)
    assert "Peltola skrivs nu Peltolla" in text
    assert "Elizabeth Peltolla (C) är nu ordförande i SBHSS, tidigare ledamot" in text


def test_others_are_not_told(tmp_path: Path, servers: tuple[Site, Mailbox]) -> None:
    """Another collaboration has its own names."""
    watch = Watch(tmp_path, *servers, 'collaborations = ["ERB"]')
    for html in (TODAY, SHORT_GONE, RENAMED, with_somebody_new(RENAMED)):
        watch.looks(html)
    assert watch.subjects("lasare@example.org") == []

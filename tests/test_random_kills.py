"""kill -9 at moments that are drawn: what is left is whole, and each change is told once to each reader."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from benchmarks.kills.__main__ import play
from benchmarks.kills.scene import Scene
from tests.mailbox import Mailbox
from tests.site import Site


@pytest.mark.slow
def test_rounds_that_are_killed_somewhere_leave_nothing_wrong() -> None:
    """Checks, deliveries, backups, readings again and migrations; ./run bench kills plays a thousand."""
    made, _, faults = play(8, None, Random(5))
    assert made == 8
    assert faults == []


def test_a_mail_that_never_came_would_be_found(tmp_path: Path) -> None:
    """The finding itself: a change that nobody looked at was told to nobody."""
    with (
        Site() as site,
        Mailbox() as mailbox,
        Scene(tmp_path, "sqlite:///bevaka.db", site, mailbox, Random(1)) as scene,
    ):
        scene.page_changes()
        assert len(scene.mail_faults()) == 2

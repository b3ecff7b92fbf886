"""A process that stays gives back what it used; one that only starts and ends does not look for it."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

SAID = """
import gc
from monitor import garbage
pythons_own = gc.get_threshold()
garbage.collect_rarely()
rarely = gc.get_threshold()[0]
garbage.collect_often()
print(rarely > 50_000, gc.get_threshold() == pythons_own, gc.get_freeze_count() > 0)
"""


def test_who_stays_looks_for_garbage_as_python_does() -> None:
    """After a start that did not look for it; what the program is made of is not looked through again."""
    said = subprocess.run([sys.executable, "-c", SAID], capture_output=True, text=True, check=True).stdout.split()
    assert said == ["True"] * 3


def test_who_ends_leaves_everything_to_the_system() -> None:
    """The interpreter's own last look through all that there is finds nothing to look through."""
    counts = "gc.get_freeze_count() > 10_000, len(gc.get_objects())"
    code = f"import gc\nfrom monitor.cli.__main__ import run\nrun()\nprint({counts})"
    said = subprocess.run([sys.executable, "-c", code, "--version"], capture_output=True, text=True, check=True).stdout
    frozen, left = said.splitlines()[1].split()
    assert frozen == "True"
    assert int(left) < 1_000


PAGES = """
import resource, sys
from monitor import garbage
if sys.argv[1:] == ["keep"]:
    garbage.keep_what_is_freed()
before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
for _ in range(200):
    [b"x" * 60_000 for _ in range(8)]
print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)
"""


@pytest.mark.skipif(
    platform.libc_ver()[0] != "glibc", reason="other allocators keep what is freed by rules of their own"
)
def test_what_one_page_needed_is_kept_for_the_next() -> None:
    """Otherwise the system is asked for it again, page by page of memory."""
    asked_for, kept = (
        int(subprocess.run([sys.executable, "-c", PAGES, word], capture_output=True, text=True, check=True).stdout)
        for word in ("", "keep")
    )
    assert kept < 1_000 < asked_for

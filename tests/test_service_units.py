"""What the package gives systemd: units that it takes, and that are shut in."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

UNITS = Path(__file__).parent.parent / "packaging" / "systemd"
NAMES = ["bevaka.service", "bevaka-check.service", "bevaka-check.timer"]
PROGRAM = "/opt/bevaka/bin/bevaka"

pytestmark = pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd-analyze here")


@pytest.fixture
def units(tmp_path: Path) -> list[Path]:
    """The units, with a program that is there."""
    for name in NAMES:
        (tmp_path / name).write_text((UNITS / name).read_text("utf-8").replace(PROGRAM, "/bin/true"), "utf-8")
    return [tmp_path / name for name in NAMES]


def test_systemd_has_nothing_to_say_against_them(units: list[Path]) -> None:
    """Every key is known, every value means something."""
    said = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True)
    assert (said.returncode, said.stdout, said.stderr) == (0, "", "")


@pytest.mark.parametrize("name", ["bevaka.service", "bevaka-check.service"])
def test_a_service_is_shut_in(units: list[Path], name: str) -> None:
    """The exposure score, of ten, is below three."""
    unit = units[NAMES.index(name)]
    words = ["systemd-analyze", "security", "--offline=true", "--threshold=30", f"./{unit.name}"]
    said = subprocess.run(words, cwd=unit.parent, capture_output=True, text=True)
    assert said.returncode == 0, said.stdout[-300:]


@pytest.mark.parametrize("name", ["bevaka.service", "bevaka-check.service"])
def test_the_command_of_a_unit_is_one_that_we_have(name: str, tmp_path: Path) -> None:
    """Down to its options: settings that are not there are all that is wrong with it."""
    found = re.search(rf"^ExecStart={PROGRAM} (.+)$", (UNITS / name).read_text("utf-8"), re.M)
    assert found is not None
    words = found[1].replace("/etc/bevaka", str(tmp_path)).split()
    said = subprocess.run([sys.executable, "-m", "monitor.cli", *words], capture_output=True, text=True)
    assert said.returncode == 2
    assert "cannot be read" in said.stderr

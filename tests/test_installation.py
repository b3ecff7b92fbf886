"""What a new user runs first: ./run from a fresh checkout, and the demo from an installed wheel."""

import os
import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = {"records", "scraper", "storage", "notifier", "monitor"}


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what git keeps, and nothing else."""
    folder = tmp_path_factory.mktemp("checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    for name in filter(None, listed.decode().split("\0")):
        if (ROOT / name).is_symlink() or (ROOT / name).exists():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name, follow_symlinks=False)
    return folder


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_two_first_starts_at_once_after_an_interrupted_one(checkout: Path) -> None:
    """One sets up, the other waits for it; what the interrupted one left behind is made anew."""
    first = subprocess.Popen(["./run", "--version"], cwd=checkout, stderr=subprocess.PIPE, start_new_session=True)
    while not list(checkout.glob(".venv/runtime-*/pyvenv.cfg")) and first.poll() is None:
        pass
    os.killpg(first.pid, signal.SIGKILL)
    first.communicate()
    assert not list(checkout.glob(".venv/runtime-*/.ready"))
    both = [
        subprocess.Popen(
            ["./run", "--version"], cwd=checkout, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    said = [each.communicate(timeout=280) for each in both]
    assert [each.returncode for each in both] == [0, 0], said
    assert {out.split()[0] for out, _ in said} == {"bevaka"}
    assert sum("setting up" in err for _, err in said) == 1
    assert len(list(checkout.glob(".venv/runtime-*/.ready"))) == 1
    again = subprocess.run(["./run", "--version"], cwd=checkout, capture_output=True, text=True, check=True)
    assert again.stderr == ""


@pytest.mark.parametrize("missing", ["venv", "ensurepip"])
def test_a_missing_venv_is_said_with_its_cure(checkout: Path, tmp_path: Path, missing: str) -> None:
    """Debian ships them apart from python3."""
    (tmp_path / f"{missing}.py").write_text("raise ImportError('not here')")
    shutil.copytree(checkout, tmp_path / "fresh", symlinks=True, ignore=shutil.ignore_patterns(".venv"))
    env = {**os.environ, "PYTHONPATH": str(tmp_path)}
    said = subprocess.run(
        ["./run", "demo"], cwd=tmp_path / "fresh", env=env, capture_output=True, text=True, check=False
    )
    assert said.returncode == 2
    assert said.stderr.splitlines() == [
        "run: this python3 has no venv; install it (Debian: apt-get install python3-venv)"
    ]


def test_a_missing_python_is_said_with_its_cure(checkout: Path) -> None:
    """One line, exit 2."""
    env = {**os.environ, "BEVAKA_PYTHON": "python-nowhere"}
    said = subprocess.run(["./run", "demo"], cwd=checkout, env=env, capture_output=True, text=True, check=False)
    assert (said.returncode, said.stderr.count("\n")) == (2, 1)
    assert "apt-get install python3" in said.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as pip would install it."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, capture_output=True, check=True)
    (made,) = folder.glob("*.whl")
    return made


def test_the_wheel_holds_the_rooms_and_nothing_else(wheel: Path) -> None:
    """No tests, no fixtures; the demo's pages, the templates and the migrations are in it."""
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == ROOMS
    for needed in (
        "monitor/demo/pages/2022.html",
        "monitor/web/static/pico.LICENSE.md",
        "monitor/web/static/pico.classless.min.css",
        "monitor/web/templates/page.html",
        "notifier/templates/letter.html",
        "storage/migrations/env.py",
    ):
        assert needed in names
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_demo_works_from_the_wheel(wheel: Path, tmp_path: Path) -> None:
    """From an empty folder, without the checkout on the path."""
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    (tmp_path / "empty").mkdir()
    env = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    code = "import monitor.cli, sys; print(monitor.cli.__file__); sys.exit(monitor.cli.main(['demo']))"
    said = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path / "empty", env=env, capture_output=True, text=True, check=False
    )
    assert said.returncode == 0, said.stderr
    assert said.stdout.startswith(str(tmp_path / "site"))
    assert "Testa Testsson (M) ersätter Roland Gustbée (M) som ledamot i ERB" in said.stdout
    assert list((tmp_path / "empty").iterdir()) == []


def test_the_locks_hold_hashes_and_no_addresses() -> None:
    """A lock file is the same wherever it is used."""
    for lock in (ROOT / "locks").glob("*.txt"):
        text = lock.read_text("utf-8")
        assert "://" not in text
        assert "file:" not in text
        pins = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
        assert all(line.rstrip().endswith("\\") for line in pins), lock.name
        assert text.count("--hash=sha256:") >= len(pins)

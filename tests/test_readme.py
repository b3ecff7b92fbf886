"""What the README says is so: its commands run, its settings load, its sample mail is what the demo delivers."""

import re
from pathlib import Path

import pytest

from monitor.cli import build_parser
from monitor.config import load
from monitor.demo import run

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
SETTINGS = (ROOT / "docs" / "settings.md").read_text("utf-8")
COMMANDS = sorted(set(re.findall(r"^\./run (?!test|lint|e2e)(\S.*?)(?:\s+#.*)?$", README, re.MULTILINE)))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_understood(command: str) -> None:
    """Words that the parser does not know would exit here."""
    assert build_parser().parse_args(command.split()).handler


@pytest.mark.parametrize("text", [README, SETTINGS], ids=["README", "settings"])
def test_the_settings_load(text: str, tmp_path: Path) -> None:
    """The block is a whole and right file."""
    (block,) = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    (tmp_path / "bevaka.toml").write_text(block, "utf-8")
    (tmp_path / "smtp-password").write_text("x")
    config = load(str(tmp_path / "bevaka.toml"), {})
    assert config.mail is not None
    assert [page.name for page in config.pages] == ["kronoberg"]


def test_the_sample_mail_is_what_the_demo_delivers() -> None:
    """Line by line, but for the address of the demo's own server; and it is said to be invented."""
    (sample,) = re.findall(r"```text\n(.*?)```", README, re.DOTALL)
    shown = {line.strip() for line in run("sv")}
    missing = [line for line in sample.splitlines() if line.strip() not in shown and "https://" not in line]
    assert missing == []
    assert "invented: Testa Testsson does not exist" in README

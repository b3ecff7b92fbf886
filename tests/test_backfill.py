"""docs/backfill.md, word by word, on files made in the form that a public web archive gives."""

from __future__ import annotations

import re
from pathlib import Path

from monitor.config import KRONOBERG
from tests.archived import as_archived
from tests.test_command_line import bevaka
from tests.watch import EARLIER, TODAY

GUIDE = (Path(__file__).parent.parent / "docs" / "backfill.md").read_text("utf-8")
COMMANDS = re.findall(r"^\./run (\S.*)$", GUIDE, re.MULTILINE)


def test_the_guide_does_what_it_says(tmp_path: Path) -> None:
    """Every command of it, in its order, in a folder of captures; the past is answered for, and nobody is told."""
    (tmp_path / "captures").mkdir()
    for stamp, page in (("20180501060000", EARLIER), ("20220912101500", TODAY)):
        (tmp_path / "captures" / f"{stamp}.html").write_text(as_archived(page, stamp, KRONOBERG), "utf-8")
    said = {}
    for command in COMMANDS:
        done = bevaka(*command.split(), folder=tmp_path)
        assert (done.returncode, done.stderr) == (0, ""), command
        said[command] = done.stdout
    assert "nya kopior: 2" in said["import captures"]
    assert "Roland Gustbée (M), ledamot" in said["who --on 2022-10-01"]
    assert "12 september 2022 kl. 12.15" in said["who --on 2022-10-01"]
    assert "sidans eget datum: 9 september 2022" in said["who --on 2022-10-01"]
    assert "importerad" in said["history --until 2022-12-31"]
    assert "före 1 maj 2018" in said["person gustbee"]
    assert "0 fel" in said["verify"]
    assert (tmp_path / "before.db").exists()
    assert (tmp_path / "history.warc.gz").exists()
    assert "Inga meddelanden." in bevaka("alerts", folder=tmp_path).stdout


def test_the_maintenance_commands_answer_in_json_and_codes(tmp_path: Path) -> None:
    """One document each; 1 where something was not brought or is bent; 2 for wrong use, in one line."""
    (tmp_path / "20220912101500.html").write_text(as_archived(TODAY, "20220912101500", KRONOBERG), "utf-8")
    (tmp_path / "bad.html").write_text("hej", "utf-8")
    done = bevaka("import", ".", "--format", "json", folder=tmp_path)
    assert done.returncode == 1
    assert '"snapshots": 1' in done.stdout
    assert done.stderr.count("\n") == 1
    assert '"ok": true' in bevaka("verify", "--format", "json", folder=tmp_path).stdout
    assert '"differences": []' in bevaka("reparse", "--format", "json", folder=tmp_path).stdout
    assert bevaka("export", "--format", "popolo", folder=tmp_path).stdout.startswith('{\n  "persons"')
    for wrong in (["import", "none.html"], ["restore", "none.db"], ["backup", "none/x.db"], ["export", "none/x.json"]):
        done = bevaka(*wrong, folder=tmp_path)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1), (wrong, done.stderr)
    assert bevaka("backup", "copy.db", folder=tmp_path).returncode == 0
    refused = bevaka("restore", "copy.db", folder=tmp_path)
    assert refused.returncode == 2
    assert "--force" in refused.stderr
    assert bevaka("restore", "copy.db", "--force", folder=tmp_path).returncode == 0

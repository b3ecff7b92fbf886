"""What the daemon and the workers say, on stdout: text for people, or one JSON object a line."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime

from monitor.check import Checked
from records.outcome import CannotTell

LOG = logging.getLogger("bevaka")


class _JsonFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="seconds"),
            "level": record.levelname.lower(),
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def log_to_stdout(form: str) -> None:
    """form: "text" or "json". What libraries log goes the same way."""
    handler = logging.StreamHandler(sys.stdout)
    text = logging.Formatter("%(asctime)s %(levelname)s %(message)s")
    handler.setFormatter(_JsonFormatter() if form == "json" else text)
    logging.getLogger().handlers = [handler]
    LOG.setLevel(logging.INFO)


def log_look(checked: Checked) -> None:
    """One line a look; trouble is a warning."""
    outcome = checked.outcome
    if isinstance(outcome, CannotTell):
        LOG.warning("%s: cannot tell (%s): %s", checked.page, outcome.reason, outcome.detail)
    else:
        LOG.info("%s: %s", checked.page, type(outcome).__name__.lower())

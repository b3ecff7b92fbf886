"""A dead man's switch: another service raises the alarm, by another way than mail, when these calls stop coming."""

from __future__ import annotations

import logging
from urllib.parse import urlsplit

from records.outcome import CannotTell
from scraper.fetch import Fetcher, Reply

LOG = logging.getLogger("bevaka")


def ping(fetcher: Fetcher, address: str) -> None:
    """One GET. A failure is only logged, without the address, which is a secret."""
    answer = fetcher.text(address)
    why = answer.detail if isinstance(answer, CannotTell) else None
    if isinstance(answer, Reply) and answer.status >= 400:
        why = f"the server answered {answer.status}"
    if why:
        LOG.warning("the ping to %s failed: %s", urlsplit(address).hostname, why)

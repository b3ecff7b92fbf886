"""Sends a note to a channel other than mail, through Apprise: imported only here, and an extra of its own."""

from __future__ import annotations

import logging

from records.errors import DeliveryError


def send(url: str, content: bytes) -> str:
    """Send a note to the channel at url; gives "sent". DeliveryError never shows the address, which holds secrets."""
    try:
        import apprise
    except ImportError as problem:
        missing = "channels need an extra; install it with: pip install 'bevaka[channels]'"
        raise DeliveryError(missing, route=True) from problem
    title, _, body = content.decode().partition("\n\n")
    scheme = url.partition(":")[0]
    channel = apprise.Apprise()
    if not channel.add(url):
        raise DeliveryError(f"{scheme}: Apprise knows no channel of this form; see its documentation", permanent=True)
    with apprise.LogCapture(level=logging.WARNING) as log:  # type: ignore[no-untyped-call]
        if channel.notify(title=title, body=body):
            return "sent"
        said = " ".join(log.getvalue().split())
    why = f"{scheme}: the channel did not take the note" + (f" ({said})" if url not in said else "")
    raise DeliveryError(why, route=True)

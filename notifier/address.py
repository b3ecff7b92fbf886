"""Addresses in the form in which they may be written: in mail headers and SMTP, and where secrets must not stand."""

from __future__ import annotations

import hashlib

from records.errors import DeliveryError


def wire_address(address: str) -> str:
    """The address in ASCII, its domain in IDNA; a permanent DeliveryError for what mail cannot be sent to."""
    local, at, domain = address.rpartition("@")
    try:
        wire = f"{local}{at}{domain if domain.isascii() else domain.encode('idna').decode()}"
    except UnicodeError:
        wire = address
    if not (local and domain and wire.isascii() and wire.isprintable()) or set(wire) & set(' <>,;"'):
        raise DeliveryError(
            f"{address!r} is not an address that mail can be sent to; correct it in the settings", permanent=True
        )
    return wire


def channel_name(url: str) -> str:
    """How a channel is called where its address, which holds secrets, must not stand: "ntfys:1f0c2b…"."""
    scheme = url.partition(":")[0]
    return f"{scheme}:{hashlib.sha256(url.encode()).hexdigest()[:12]}"

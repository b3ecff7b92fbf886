"""E-mail addresses in the form that mail headers and SMTP can carry."""

from __future__ import annotations

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

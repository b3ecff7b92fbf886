"""What systemd is told (sd_notify): ready, alive, re-reading, stopping. Does nothing where systemd does not listen."""

from __future__ import annotations

import os
import socket
import time


def notify(*states: str) -> None:
    """Send states such as "READY=1" to the socket that systemd names."""
    address = os.environ.get("NOTIFY_SOCKET")
    if not address:
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as door:
        door.sendto("\n".join(states).encode(), "\0" + address[1:] if address.startswith("@") else address)


def notify_reloading() -> None:
    """The settings are being read again; "READY=1" says when that is done."""
    notify("RELOADING=1", f"MONOTONIC_USEC={time.monotonic_ns() // 1000}")

"""Which schema this version speaks. Apart from the tables: whoever only asks need not make them."""

from __future__ import annotations

HEAD = "0004"
"""The newest revision under migrations/versions."""
REVISIONS = ("0001", "0002", "0003", HEAD)
"""Every revision that this version can read or upgrade, oldest first."""

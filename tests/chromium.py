"""A real Chromium for the browser tests: Debian's, driven by playwright; None where either is missing."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FOUND = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
MISSING = (
    "needs a Chromium on the PATH" if FOUND is None
    else "needs playwright (./run e2e)" if importlib.util.find_spec("playwright") is None
    else None
)  # fmt: skip
if MISSING and os.environ.get("REQUIRE_BROWSER"):
    raise RuntimeError(f"REQUIRE_BROWSER is set, but the browser tests {MISSING.replace('needs', 'need')}")

needs_a_browser = [
    pytest.mark.browser,
    pytest.mark.skipif(MISSING is not None, reason=MISSING or ""),
]


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """One browser, without a sandbox where we are root, that asks nobody else for anything."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
        browser = playwright.chromium.launch(executable_path=FOUND, args=quiet)
        try:
            yield browser
        finally:
            browser.close()

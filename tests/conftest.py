"""Fixtures that every test may ask for, and what no test may depend on: chance, and what the surroundings say.

Properties meet the same examples each time, however busy the machine is; `--hypothesis-profile=default` draws others.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

from tests.postgres import database_url, postgres, postgres_url

__all__ = ["database_url", "postgres", "postgres_url"]

settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")

OURS = {"BEVAKA_CONFIG", "BEVAKA_MAIL_PASSWORD", "NOTIFY_SOCKET", "XDG_CONFIG_HOME", "XDG_DATA_HOME"}
for variable in [each for each in os.environ if each in OURS or each.lower().endswith("_proxy")]:
    del os.environ[variable]

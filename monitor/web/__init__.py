"""The web face: read-only pages, a JSON API and Atom feeds over one App. The only door to FastAPI.

    request | Guard: host, token, rate, size | Kept: answers that still hold, ETag, gzip | FastAPI: pages, api, feed

Everything is rendered on the server; no page runs a script or loads anything from another host.
"""

from __future__ import annotations

from monitor.web.exposure import Exposure, Limits, exposure_of
from monitor.web.site import make_site

__all__ = ["Exposure", "Limits", "exposure_of", "make_site"]

"""A way to a site on which something of ours breaks: for faults that no site and no server can make."""

import httpx


class Faulty(httpx.BaseTransport):
    """The real way to the site, but for one page (/annan), where it fails with whatever fault it is told."""

    def __init__(self, fault: Exception | None = None) -> None:
        self.asked: list[str] = []
        self._fault = fault or ZeroDivisionError("nobody foresaw this")
        self._road = httpx.HTTPTransport()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request.url.path)
        if request.url.path == "/annan":
            raise self._fault
        return self._road.handle_request(request)

    def close(self) -> None:
        self._road.close()

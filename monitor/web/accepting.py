"""What a client accepts, as its headers say (RFC 9110, 12.4): names with weights. Pure."""

from __future__ import annotations

_MOST = 50  # parts of one header that are read


def weights(header: str) -> dict[str, float]:
    """The weight of each name, in lower case and in the order given; 0 is "not this". Parameters are passed over."""
    found: dict[str, float] = {}
    for part in header.split(",")[:_MOST]:
        name, *parameters = (each.strip().casefold() for each in part.split(";"))
        if name:
            found.setdefault(name, _weight(parameters))
    return found


def _weight(parameters: list[str]) -> float:
    for each in parameters:
        key, _, value = each.partition("=")
        if key.strip() == "q":
            try:
                said = float(value)
            except ValueError:
                return 0.0
            return said if 0.0 <= said <= 1.0 else 0.0
    return 1.0


def prefers(header: str, wanted: str, default: str) -> bool:
    """Whether a client that accepts these media types prefers one of two.

    Between equal weights the more exact name wins, then the one named first, then the default.
    """
    said = weights(header)
    one, other = _rank(said, wanted), _rank(said, default)
    if one[:2] != other[:2]:
        return one[0] > 0 and one[:2] > other[:2]
    return one[0] > 0 and one[1] == 2 and one[2] < other[2]


def _rank(said: dict[str, float], media_type: str) -> tuple[float, int, int]:
    """Its weight, how exactly it was named (2, 1, 0) and its place among the names."""
    order = list(said)
    for exactness, name in ((2, media_type), (1, media_type.partition("/")[0] + "/*"), (0, "*/*")):
        if name in said:
            return said[name], exactness, order.index(name)
    return 0.0, 0, len(order)

"""One section of a settings file: typed values out, one clear line for whatever is wrong.

Every reader takes the section's key out; close() then refuses what nobody took.
"""

from __future__ import annotations

import json
import math
import re
from typing import Any, NoReturn, TypeVar
from urllib.parse import urlsplit

from monitor.nearest import nearest
from records.errors import ConfigurationError

_UNITS = {"ms": 0.001, "s": 1.0, "min": 60.0, "m": 60.0, "h": 3600.0, "d": 86400.0, "w": 604800.0}
_SIZES = {"b": 1, "kb": 1000, "mb": 1000**2, "gb": 1000**3, "kib": 1024, "mib": 1024**2, "gib": 1024**3}
_EMAIL = r"[^\s@<>,;:\"()\[\]\\]+@[^\s@<>,;:\"()\[\]\\]+"
_AMOUNT = r"(\d+(?:\.\d+)?)\s*([a-z]+)"


Word = TypeVar("Word", bound=str)


def _spoken(seconds: float) -> str:
    """ "60s", "1h", "366d": the largest unit that divides it."""
    unit = next((unit for unit in ("d", "h", "s") if seconds and seconds % _UNITS[unit] == 0), "s")
    return f"{seconds / _UNITS[unit]:g}{unit}"


def _as_written(value: object) -> str:
    """A value as the file has it: true, 25, "25", ["a"]."""
    return json.dumps(value, ensure_ascii=False, default=str)


def is_email(text: str) -> bool:
    """Whether it is one plain address, without a name."""
    return re.fullmatch(_EMAIL, text) is not None


class Section:
    """The keys of one TOML table. where: its place as errors name it, e.g. 'bevaka.toml, [[page]] "kronoberg"'."""

    def __init__(self, where: str, data: object) -> None:
        self.where = where
        if not isinstance(data, dict):
            raise ConfigurationError(f"{where} must be a table of keys; bevaka init writes an example")
        self._data: dict[str, Any] = dict(data)
        self._known: list[str] = []

    def fail(self, key: str, what: str) -> NoReturn:
        raise ConfigurationError(f"{self.where}: {key} {what}")

    def _take(self, key: str, kind: type, want: str) -> Any:
        self._known.append(key)
        value = self._data.pop(key, None)
        if value is not None and (not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool)):
            self.fail(key, f"= {_as_written(value)} is not {want}")
        return value

    def text(self, key: str, default: str = "") -> str:
        """A string without control characters; default where absent."""
        value = self._take(key, str, 'text; write it in quotes, like "…"')
        if value is None:
            return default
        if min(value, default=" ") < " ":
            self.fail(key, "holds a line break or a control character; write it on one line")
        return str(value)

    def required(self, key: str, example: str) -> str:
        value = self.text(key)
        if not value.strip():
            self.fail(key, f'is missing; add {key} = "{example}"')
        return value

    def choice(self, key: str, options: tuple[Word, ...], default: Word) -> Word:
        """One of the words."""
        value = self.text(key, default)
        for option in options:
            if option == value:
                return option
        return self.fail(key, f'= "{value}" is not known; choose {" | ".join(options)}')

    def flag(self, key: str) -> bool:
        return bool(self._take(key, bool, "true or false; write one of them, without quotes"))

    def number(self, key: str, default: int, low: int, high: int) -> int:
        value = self._take(key, int, "a whole number; write digits alone, without quotes")
        if value is None:
            return default
        if not low <= value <= high:
            self.fail(key, f"= {value} is outside {low} to {high}; choose a value between")
        return int(value)

    def texts(self, key: str) -> tuple[str, ...]:
        value = self._take(key, list, 'a list of texts, like ["a", "b"]') or []
        if not all(isinstance(each, str) and each.strip() for each in value):
            self.fail(key, f'= {_as_written(value)} is not a list of texts, like ["a", "b"]')
        return tuple(value)

    def duration(self, key: str, default: float, low: float = 0.0, high: float = 366 * 86400.0) -> float:
        """Seconds, from "20s", "15 min", "1h", "1d"."""
        value = self.text(key)
        if not value:
            return default
        found = re.fullmatch(_AMOUNT, value.strip().lower())
        seconds = float(found[1]) * _UNITS[found[2]] if found and found[2] in _UNITS else math.nan
        if math.isnan(seconds):
            self.fail(key, f'= "{value}" is not a time; write it like "20s", "15m", "1h" or "1d"')
        if not low <= seconds <= high:
            self.fail(key, f'= "{value}" is outside {_spoken(low)} to {_spoken(high)}; choose a time between')
        return seconds

    def size(self, key: str, default: int) -> int:
        """Bytes, from "10MB", "500 kB"."""
        value = self.text(key)
        if not value:
            return default
        found = re.fullmatch(_AMOUNT, value.strip().lower())
        if not found or found[2] not in _SIZES or float(found[1]) <= 0:
            self.fail(key, f'= "{value}" is not a size; write it like "10MB"')
        return int(float(found[1]) * _SIZES[found[2]])

    def email(self, key: str, value: str) -> str:
        if not value.rpartition("@")[0].isascii():  # SMTPUTF8, which few servers have
            self.fail(key, f'= "{value}" has letters before the @ that mail cannot carry; give an address without them')
        if not is_email(value):
            self.fail(key, f'= "{value}" is not an e-mail address; write it like "namn@example.org"')
        return value

    def web_address(self, key: str, value: str) -> str:
        try:
            parts = urlsplit(value)
            good = parts.scheme in ("http", "https") and parts.hostname and (parts.port or 1) > 0
        except ValueError:
            good = False
        if not good or re.search(r"\s", value):
            self.fail(key, f'= "{value}" is not a web address; write it with http:// or https://')
        return value

    def table(self, key: str) -> Section:
        self._known.append(key)
        return Section(f"{self.where}, [{key}]", self._data.pop(key, {}))

    def tables(self, key: str) -> list[Section]:
        self._known.append(key)
        value = self._data.pop(key, [])
        if not isinstance(value, list):
            raise ConfigurationError(f"{self.where}: write [[{key}]] in double brackets, once for each {key}")
        return [Section(f"{self.where}, [[{key}]] number {n}", each) for n, each in enumerate(value, 1)]

    def close(self) -> None:
        """Refuse the first key that nobody took, with the nearest known one."""
        for key in self._data:
            near = nearest(key, self._known)
            cure = f'did you mean "{near}"?' if near else f"known here: {', '.join(self._known)}"
            self.fail(f'"{key}"', f"is not a setting; {cure}")

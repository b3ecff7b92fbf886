"""./run bench [NAME [NUMBER…]]…: every benchmark, or those named; exit 1 where a promise is not held.

Numbers after a name are that benchmark's own, such as its size; without them it runs at the size of its promise.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path


def names() -> list[str]:
    """Every module beside this one, but for those that only help."""
    here = Path(__file__).parent
    files = {path.stem for path in here.glob("*.py")} | {path.parent.name for path in here.glob("*/__main__.py")}
    return sorted(files - {"__init__", "__main__", "figures", "full_size", "serving"})


def main(wanted: list[str]) -> int:
    unknown = {word for word in wanted if not word.isdigit()} - set(names())
    if unknown:
        print(f"bench: no benchmark is named {', '.join(unknown)}; there are {', '.join(names())}", file=sys.stderr)
        return 2
    codes = []
    for name, numbers in _with_numbers(wanted or names()):
        package = Path(__file__).parent / name
        module = import_module(f"benchmarks.{name}.__main__" if package.is_dir() else f"benchmarks.{name}")
        sys.argv = [name, *numbers]
        codes.append(module.main() or 0)
    return max(codes)


def _with_numbers(words: list[str]) -> list[tuple[str, list[str]]]:
    """Each name with the numbers that follow it."""
    asked: list[tuple[str, list[str]]] = []
    for word in words:
        if word.isdigit() and asked:
            asked[-1][1].append(word)
        else:
            asked.append((word, []))
    return asked


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""./run bench [NAME…]: every benchmark, or those named; exit 1 where a promise is not held."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path


def names() -> list[str]:
    """Every module beside this one that has a main()."""
    here = Path(__file__).parent
    files = {path.stem for path in here.glob("*.py")} | {path.parent.name for path in here.glob("*/__main__.py")}
    return sorted(files - {"__init__", "__main__", "figures"})


def main(wanted: list[str]) -> int:
    unknown = set(wanted) - set(names())
    if unknown:
        print(f"bench: no benchmark is named {', '.join(unknown)}; there are {', '.join(names())}", file=sys.stderr)
        return 2
    codes = []
    for name in wanted or names():
        package = Path(__file__).parent / name
        module = import_module(f"benchmarks.{name}.__main__" if package.is_dir() else f"benchmarks.{name}")
        sys.argv = [name]
        codes.append(module.main() or 0)
    return max(codes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

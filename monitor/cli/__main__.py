"""The command: bevaka, or python -m monitor.cli."""

import sys

from monitor.cli import main
from monitor.garbage import leave_garbage


def run() -> int:
    """The exit code of main; the process ends with it."""
    code = main()
    leave_garbage()
    return code


if __name__ == "__main__":
    sys.exit(run())

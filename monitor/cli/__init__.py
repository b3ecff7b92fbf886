"""The command line."""


def main() -> int:
    """Nothing to run yet."""
    return 2

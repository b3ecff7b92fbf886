"""The history kept: imported, exported, copied, verified. Each module is one direction or one form."""

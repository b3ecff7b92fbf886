"""Keeping the history: import, export, copies, verification. Each module is one direction or one format."""

"""Coverage-guided fuzzing; see read_any_bytes.py."""

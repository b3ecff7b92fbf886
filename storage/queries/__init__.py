"""Behind the history: its questions as statements, made once for each shape of question."""

"""What Swedish words mean on such pages: text-level readers, pure functions from lines to values."""

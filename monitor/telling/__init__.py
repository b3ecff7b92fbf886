"""What the command line says to people, in Swedish and in English. Pure: values in, lines out."""

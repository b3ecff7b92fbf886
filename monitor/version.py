"""Which Bevaka this is. Written here, and not asked of the installation: that question costs more than a look."""

VERSION = "0.1.0"

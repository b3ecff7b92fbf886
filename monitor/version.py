"""Bevaka's version. Written here, since asking the installation for it costs more than a look."""

VERSION = "0.1.0"

"""The errors that Bevaka raises on purpose.

    BevakaError                 what, why and what to do, in one line
    ├── UsageError              wrong use: exit 2
    │   ├── ConfigurationError  a settings file or variable is wrong
    │   └── UnknownName         no such page, snapshot, change, message
    ├── StorageError            the database cannot be used: exit 2
    │   ├── TooSlow             a question took longer than it was allowed to
    │   ├── DatabaseTooNew      written by a newer version
    │   ├── DatabaseBusy        another process holds it for too long
    │   ├── DatabaseDamaged     a hash or a derivation does not agree
    │   └── Overtaken           the history that a look was compared with changed during the look
    └── DeliveryError           a message was not taken; permanent or not

What a page does to us is no exception: it is a records.outcome.CannotTell.
"""

from __future__ import annotations


class BevakaError(Exception):
    """Its text is one line for a person: what, why, what to do."""


class UsageError(BevakaError):
    """Wrong use of a command, a file or a value."""


class ConfigurationError(UsageError):
    """A settings file, a variable or a secret is wrong."""


class UnknownName(UsageError):
    """No page, snapshot, change or message of that name."""


class StorageError(BevakaError):
    """The database cannot be used."""


class TooSlow(StorageError):
    """A question took longer than it was allowed to."""


class DatabaseTooNew(StorageError):
    """The database was written by a newer version of Bevaka."""


class DatabaseBusy(StorageError):
    """Another process held the database for longer than we wait."""


class DatabaseDamaged(StorageError):
    """What is stored does not agree with its own hash or derivation."""


class Overtaken(StorageError):
    """An import or a reparse changed the page's latest state during a look, which was compared with the older one."""


class DeliveryError(BevakaError):
    """A server did not take a message. permanent: trying again will not help.

    route: the fault lies with the way to the server, not with this message: any other on the same way would fail too.
    """

    def __init__(self, message: str, *, permanent: bool = False, route: bool = False) -> None:
        super().__init__(message)
        self.permanent = permanent
        self.route = route

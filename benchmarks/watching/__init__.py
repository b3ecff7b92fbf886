"""The whole check, over HTTP on loopback: invented pages, real edits and noise, and servers that fail in every way.

    detection's pairs and its own cases -> acts of a site -> App.check (real fetcher, SQLite, outbox; a moved clock)
        -> what was said of each look, and who was told -> as labelled?

Unlike detection, which compares two files, this goes through fetching, validators, confirmation, holds and messages.
"""

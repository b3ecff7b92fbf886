"""The words that every other room speaks: pages, changes, outcomes. Pure: no I/O, no clock, no logging."""

"""Is every change seen, and nothing else? Labelled pairs of invented pages, and what Bevaka says of them.

    invent -> a page as a record (the truth) -> real change -> labels by construction
           -> layouts -> HTML -> cosmetic change | fault -> compare -> the same labels?

No label is ever made by the parser or the differ.
"""

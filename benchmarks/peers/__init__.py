"""What a look costs, and what it says, beside what a user would pick instead.

    programs.py   webchanges, urlwatch, changedetection.io and Bevaka: how each is installed, told, started and heard
    wire.py       a relay that counts the bytes between a program and the site

Each peer is installed at a pinned version into an environment of its own (.venv/peers) and told to read the page's main
content as text, the way its own documentation advises. CPU and memory are those of whole processes, as the operating
system counts them, taken in turns.
"""

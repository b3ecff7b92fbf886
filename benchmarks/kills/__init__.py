"""kill -9 at random moments, round after round: what is left must be whole, and nobody told twice or not at all.

    a round: something is done in a process of its own, which is killed somewhere in it
        -> the next process carries on -> verify -> who got which mail, under which Message-ID

tests/test_kill_points.py kills at named points; here the moment is drawn, so that nobody has to think of it.
"""

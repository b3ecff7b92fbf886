"""Years of a page, with a ground truth: are the seats that people held derived as they were, and no more claimed?

    life: elections, replacements, respellings, new systems, outages -> the page of each week, and who really sat there
        -> App.check each week -> History.mandates, who, verify
        -> against the truth as far as the looks could see it

People are followed by numbers, not by names: no rule of the differ takes part in the truth.
"""

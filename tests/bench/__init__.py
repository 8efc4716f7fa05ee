"""How fast and how heavy the site is, beside its peers: ``python -m tests.bench [PART …]``, or ``make bench`` for all of it.

Each part is a module with ``rows()``. What is compared is measured in turn in one run (A B A B …), because a machine is
never quiet: believe the ratios, not the seconds. What is expensive to make is kept in ``.cache/bench``.
"""

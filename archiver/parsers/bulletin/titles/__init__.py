"""Where articles begin: ``starts`` takes the lines to which the 目录 leads (``align``), and others.

Those are ``unlisted``: told by ``headings`` and ``boundaries``, by their like (``alike``), by what
they say (``telling``), by their numbers (``counted``), at the head of their text (``leads``).
``titles`` and ``neighbours`` read how a title goes over several lines, ``columns`` what stands over
some of them.
"""

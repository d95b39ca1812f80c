"""Lists of links: their items with titles and dates, and what tells a list from a text.

``listing`` groups the ``items`` by their ``blocks`` and has them dated (``dating``, ``dates``);
``main`` chooses what the page could be there for, with ``onlyentry`` for a column of one.
"""

"""The bulletin archiver: crawl, keep, read, store and hand out Chinese 简报.

A page's way through the house, one direction, no way back::

    site profile → spiders → archive → parsers → pipelines → store → exports

The archive is the truth; everything after it can be rebuilt from it.
"""

__version__ = "0.1.0"

"""Bytes → text → lines → Page. Pure: no network, clock, database or Scrapy.

``PARSER_VERSION`` goes up whenever the same bytes may give another Page.
"""

PARSER_VERSION = "1"

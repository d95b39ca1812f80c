"""Bulletins (简报) taken apart into issue, sections, articles, contributors and regions.

``segment`` takes an issue apart in the order in which it is printed:

- ``masthead``, the 报头, and ``contents``, the 目录;
- ``titles``: on which lines the articles begin;
- ``articles``: what stands between them;
- ``tail``, the 报尾, and ``issue``, the record of what all said.

``names`` reads who is named in any of them; ``shapes`` and ``words`` are what all steps share.
"""

from archiver.parsers.bulletin.articles.article import read_article
from archiver.parsers.bulletin.articles.reading import Reading
from archiver.parsers.bulletin.segment import Segmentation, segment

__all__ = ["Reading", "Segmentation", "read_article", "segment"]

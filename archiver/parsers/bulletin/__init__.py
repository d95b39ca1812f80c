"""Bulletins (简报) taken apart into issue, sections, articles, contributors and regions.

``segment`` takes an issue apart in the order in which it is printed, and asks

- for the 报头 ``masthead``, which reads by lines (``head``) and cells (``headcells``) what
  ``headfields`` holds; ``series``, ``numbering``, ``editors`` and ``dating`` know one field each;
- for the 目录 ``toc`` (to ``tocend``), whose lines are ``items`` and then ``entries``;
- for the titles ``starts``: those that the 目录 names (``align``, ``similarity``), and those that
  are ``unlisted`` (``headings``, ``boundaries``, ``looks``), with ``neighbours`` and ``columns``;
- for the articles ``pieces`` and ``article``: ``bylines``, ``notes``, ``paragraphs``;
- for the 报尾 ``tail``.

Who is named anywhere is read by ``contributors``, of ``labelled`` values or plain ``names``;
``shapes`` and ``words`` are what all steps share.
"""

from archiver.parsers.bulletin.article import Reading, read_article
from archiver.parsers.bulletin.segment import Segmentation, segment

__all__ = ["Reading", "Segmentation", "read_article", "segment"]

"""Bulletins (简报) taken apart into issue, sections, articles, contributors and regions."""

from archiver.parsers.bulletin.article import Reading, read_article
from archiver.parsers.bulletin.segment import Segmentation, segment

__all__ = ["Reading", "Segmentation", "read_article", "segment"]

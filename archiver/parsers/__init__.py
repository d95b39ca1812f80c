"""Bytes → text → lines → Page. Pure: no network, clock, database or Scrapy."""

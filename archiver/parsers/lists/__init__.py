"""Lists of links: their items with titles and dates, and what tells a list from a text."""

"""The language: folding, numerals, dates, calendar, place names and unit names. Pure."""

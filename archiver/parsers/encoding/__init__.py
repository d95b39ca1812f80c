"""Bytes to text: what is a page at all, and which encoding it is really in."""

"""Linked files: which format they are of, and the text of those that can be read.

Pure, like all reading. Limits keep a hostile file from costing more than a large honest one.
"""

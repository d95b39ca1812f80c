"""Whether a page is what it claims to be: what it shows, and what speaks for and against it.

``evidence`` gathers, ``judging`` judges; the other modules each know one kind of sign.
"""

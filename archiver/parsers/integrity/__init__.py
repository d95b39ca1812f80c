"""Whether a page is what it claims to be: what it shows, and what speaks for and against it.

``evidence`` gathers, ``linked`` does so for links and for what is hidden, ``judging`` judges; the
other modules each know one kind of sign.
"""

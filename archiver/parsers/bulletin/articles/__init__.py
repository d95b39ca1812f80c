"""The body cut into ``pieces``: each an ``article`` of ``paragraphs``, or a ``digest``."""

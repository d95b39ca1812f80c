"""How often Python looks for loops of objects, in processes that read page after page."""

import gc

_COLLECTED_AFTER = 20_000
"""Objects; a hundred pages or so."""


def collect_seldom() -> None:
    """Let Python look for loops of objects seldom, and never among what is loaded already.

    Reading and storing pages leave hardly any; looking took an eighth of a crawl's own process.
    """
    gc.freeze()
    gc.set_threshold(_COLLECTED_AFTER)

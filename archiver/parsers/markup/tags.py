"""What kinds of elements HTML has, as far as printing them goes."""

from typing import Final

_BLOCKS_NAMES: Final = """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol p
    pre section summary table tbody td tfoot th thead tr ul
"""
BLOCKS: Final = frozenset(_BLOCKS_NAMES.split())
_UNREAD_NAMES: Final = """
    style noscript select option textarea iframe object applet svg math xml template button
    canvas audio video noframes frameset datalist
"""
UNREAD: Final = frozenset(_UNREAD_NAMES.split())
"""What stands in these is no text of the page."""

BOLD: Final = frozenset(["b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"])
SCALES: Final = {"h1": 2.0, "h2": 1.5, "h3": 1.17, "h4": 1.0, "big": 1.2, "small": 0.83}

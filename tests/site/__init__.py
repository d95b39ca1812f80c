"""Loopback servers for tests: traps that real sites set, and every way they page their lists.

``with trap_site() as site`` and ``with paging_site() as site`` give a running ``LocalServer``:
``site.url``, ``site.requests`` and ``site.asked(prefix)``.
"""

from tests.site import jcms, traps
from tests.site.paging import FORMS
from tests.site.server import LocalServer

__all__ = ["LISTS", "LocalServer", "paging_site", "trap_site"]

LISTS: dict[str, tuple[str, list[str]]] = {
    **{name: (form.start_path, form.items) for name, form in FORMS.items()},
    "jcms": (jcms.START_PATH, jcms.ITEMS),
}
"""Per form of paging: address of the first list page, and the addresses of all items."""


def trap_site() -> LocalServer:
    """Every trap under its folder, all linked from ``/``; ``traps.items(name)`` lie beside."""
    return LocalServer(traps.routes())


def paging_site() -> LocalServer:
    """Every form of paging; ``LISTS`` says where each starts and what it lists."""
    return LocalServer(jcms.routes() | {form.folder: form.route for form in FORMS.values()})

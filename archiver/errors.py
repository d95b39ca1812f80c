"""The one exception a user sees as a sentence instead of a traceback."""


class ArchiverError(Exception):
    """Bad input or a broken surrounding, told in one clear sentence: what, where, what to do."""

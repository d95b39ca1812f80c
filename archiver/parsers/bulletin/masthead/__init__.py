"""The 报头: ``masthead`` finds where it stands and reads it by ``lines`` and their ``cells``.

``fields`` holds what it says; ``series`` and ``editors`` know one field each.
"""

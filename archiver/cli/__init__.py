"""The ``archiver`` command: one thin module a subcommand."""

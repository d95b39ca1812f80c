"""Word lists that lie beside the modules: words apart by blanks, ``#`` begins a comment line."""

from importlib.resources import files


def word_list(name: str) -> tuple[tuple[str, ...], ...]:
    """The words of each part of a list; an empty line parts the parts."""
    lines = (files(__package__) / name).read_text("utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.startswith("#"))
    return tuple(tuple(part.split()) for part in text.split("\n\n"))

"""A number with its noun, as a person writes it."""


def counted(number: int, things: str) -> str:
    """``1 witness`` or ``2 witnesses``; ``things`` is the plural, other words may stand around it.

    The first word that ends in s is the noun: ``1 printed name unresolved``.
    """
    words = things.split(" ")
    if number == 1:
        place = next(place for place, word in enumerate(words) if word.endswith("s"))
        words[place] = words[place].removesuffix("es" if words[place].endswith("sses") else "s")
    return f"{number} {' '.join(words)}"

"""What all makers of parts share."""

import random

from tests.parsers.generated import traits


class Part:
    """One of the makers: a source of chance and the traits they share."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.traits = traits.draw(rng)

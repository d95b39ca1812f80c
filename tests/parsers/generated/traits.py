"""The layout of a bulletin: every trait is drawn on its own; a value named twice is likelier."""

import random

_CHOICES = {
    "style": "plain center center br br mso tags font strong",
    "gaps": "none titles titles ends",
    "mast": (
        "one one two two paren bracket before labels above cells title secret spaced late row "
    ),
    "number": "plain plain han year han_year total double special hexagon short",
    "toc": ("none none list list list pages glued marks inline bare after numbers cells "),
    "sections": "none toc both body odd",
    "contributor": "tail under paren last right verb person label mixed mixed none",
    "tail": "none none lists run credits full",
    "note": "none none none issue article",
    "change": "none none short typo omit order toc_sub",
    "extra": ("none none table caption poem credits kicker wrap lead pair unmarked subheads "),
    "digest": "none none none none all last",
    "breaks": "none none none pages heads",
}


def draw(rng: random.Random) -> dict[str, str]:
    """One value for each trait; what cannot go together is levelled out."""
    traits = {name: rng.choice(values.split()) for name, values in _CHOICES.items()}
    if traits["style"] == "plain" and traits["gaps"] == "none":
        traits["gaps"] = "titles"
    if traits["toc"] == "inline" and traits["sections"] == "toc":
        traits["sections"] = "none"
    if traits["toc"] == "none" and traits["sections"] in ("toc",):
        traits["sections"] = "none"
    if traits["toc"] in ("inline", "bare", "after", "none") and traits["sections"] == "odd":
        traits["sections"] = "none"
    return traits

"""发文字号: the numbers of papers, by which organs cite what they issue."""

import re
from typing import Final

NUMBER: Final = re.compile(
    r"([一-鿿]{1,12}[办函发字]?)\s*[〔\[【(﹝［]\s*((?:19|20)\d{2})\s*[〕\]】)﹞］]\s*第?\s*(\d{1,4})\s*号"
)
_OF_PAPER: Final = re.compile(r"(?:[一-鿿]{2,3}|[一-鿿]{3,13}[发函字办通电令告])\W")


def is_of_paper(text: str) -> bool:
    """Whether a line is a number of which the organ is short, or the sort of paper named.

    So are no bulletins cited, which may be called anything: 灵政告〔2006〕3号, 妇联工作〔2019〕5号.
    """
    return is_number(text) and _OF_PAPER.match(text) is not None


def is_number(text: str) -> bool:
    """Whether a line is the number of a paper and nothing else."""
    return text[-1:] == "号" and NUMBER.fullmatch(text) is not None

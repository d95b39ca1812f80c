"""发文字号: the numbers of papers, by which organs cite what they issue."""

import re
from typing import Final

NUMBER: Final = re.compile(
    r"([一-鿿]{1,12}[办函发字]?)\s*[〔\[【(﹝［]\s*((?:19|20)\d{2})\s*[〕\]】)﹞］]\s*第?\s*(\d{1,4})\s*号"
)


def is_number(text: str) -> bool:
    """Whether a line is the number of a paper and nothing else."""
    return text[-1:] == "号" and NUMBER.fullmatch(text) is not None

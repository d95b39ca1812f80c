"""What every record has in common."""

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A frozen, validated value; unknown fields are errors, unknown facts are ``None``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

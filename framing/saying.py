"""How numbers and lists are said in our own sentences."""

from collections.abc import Sequence


def count(n: int, noun: str, plural: str | None = None) -> str:
    """``count(1, "article") == "1 article"``, ``count(1200, "word") == "1,200 words"``."""
    return f"{n:,} {noun if n == 1 else plural or noun + 's'}"


def listed(items: Sequence[str]) -> str:
    """``["A", "B", "C"]`` as "A, B and C"."""
    return " and ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)

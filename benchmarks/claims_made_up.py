"""Links between passages on invented events: ``python benchmarks/claims_made_up.py [THRESHOLD ...]``.

The events of `tests/comparison/claim_events` (59 short articles on 16 topics, points marked by hand
while they were written): a tune half, from which the weights of `framing.comparison.claims.likeness`
come (`claims_fit.py`), and a held-out half, whose totals, but no errors, were seen while designs were
compared. The thresholds shown are those of the likeness by rules.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from comparison.claim_events import Agreement, agreement, read_events

from framing.comparison.claims import THRESHOLD, align_claims

_NEAR = (0.4, 0.44, 0.47, 0.49, 0.51, 0.53, 0.56, 0.6)


def main(*thresholds: str) -> None:
    """Print precision and recall of both halves at each threshold, and of each event at the default."""
    halves = {half: read_events(half) for half in ("tune", "held_out")}
    print("threshold  " + "  ".join(f"{half:>9} P      R" for half in halves))
    for threshold in [float(text) for text in thresholds] or _NEAR:
        row = f"{threshold:<9.2f}"
        for events in halves.values():
            found = [agreement(e, align_claims(e.notes, threshold=threshold)) for e in events]
            total = sum(found, Agreement())
            row += f"  {total.precision:>11.3f}  {total.recall:.3f}"
        print(row)
    print(f"\nby event, threshold {THRESHOLD}: right, wrong, missed")
    for events in halves.values():
        for event in events:
            links = agreement(event, align_claims(event.notes))
            print(f"{event.name:20} {links.right:>4} {links.wrong:>4} {links.missed:>4}")


if __name__ == "__main__":
    main(*sys.argv[1:])

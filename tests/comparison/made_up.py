"""Articles of two outlets drawn at random, with or without a habit of one of them."""

import numpy as np

from framing.model import Annotation, Article, Comparison, Event, OutletTag, Span

NAMES = [f"w{chr(97 + i // 26)}{chr(97 + i % 26)}" for i in range(200)]


def article(rng, *, id, outlet, topic=0, habit=1.0, start=""):
    """300 words: a topic's own words come often; `habit` raises ten words of the outlet."""
    shares = 1 / np.arange(3, 203)
    shares[100 + topic * 10 : 110 + topic * 10] *= 30
    shares[20:30] *= habit
    own = rng.gamma(2.0, 1.0, 200) * shares
    text = start + " ".join(rng.choice(NAMES, 300, p=own / own.sum())) + "."
    return Annotation(
        Article(id, text, OutletTag(outlet, outlet.title())), (Span(0, len(text)),), words=300
    )


def events(n, per_outlet, *, habit=1.0, seed=0, start=""):
    rng = np.random.default_rng(seed)
    found = []
    for e in range(n):
        notes = tuple(
            article(rng, id=f"{e}-{outlet}-{k}", outlet=outlet, topic=e % 10,
                    habit=habit if outlet == "north" else 1.0, start=start)
            for outlet in ("north", "south") for k in range(per_outlet)
        )  # fmt: skip
        event = Event(f"e{e}", "made up", tuple(a.article.id for a in notes), ())
        found.append(Comparison(event, notes, ("north", "south"), (), (), (), (), (), (), ()))
    return found

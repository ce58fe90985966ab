"""Pages that several tests look at, each made once."""

from functools import cache

import framing
from framing.annotation.annotate import annotate
from framing.comparison.compare import compare
from framing.demo import ARTICLES, NOTICE, OUTLETS
from framing.model import Article, Event, OutletTag
from framing.reporting.html import to_html
from framing.reporting.page.build import build_page
from framing.reporting.report import report

OWNED = "window.owned = 1"
HOSTILE = f"""</title><script>{OWNED}</script>
<img src=x onerror="{OWNED}"> Kiev said <b onmouseover="{OWNED}">no</b> & "yes" in the capital of Ukraine.
“It is \u202e the \u2066 special military operation,” said Ivan <svg/onload={OWNED}> Petrov in Kiev on Monday.
{{{{ 7 * 7 }}}} {{% raw %}} <a href="javascript:{OWNED}">the aggressor state</a> ]]> --> </style></script>
"Kyiv" is a \x00 so-called \x1b ultimatum, \udcff the minister said. <iframe src="https://example.org/"></iframe>
Z\u0351\u036b\u0343\u036aalgo \U0001f3f4\U000e0067\U000e0062 \ufdd0 \uffff 𝔎𝔦𝔢𝔳 و العاصمة كييف http://example.org/x.png
Russia and Ukraine agreed on an exchange of 1,000 prisoners in Istanbul on Monday, the minister said."""


@cache
def demo():
    return framing.study(ARTICLES, outlets=OUTLETS)


@cache
def demo_page():
    study = demo()
    content = report(study.comparisons, study.profiles, notice=NOTICE).content
    return build_page(content, study.comparisons, study.profiles)


@cache
def demo_html():
    return to_html(demo_page())


def html_of(*articles, label="a made-up event"):
    """The page of some articles that are taken for one event."""
    notes = annotate(articles)
    ids = tuple(a.id for a in articles)
    comparison = compare(notes, Event("e1", label, ids, ("day",) * len(ids)))
    study = framing.profile([comparison])
    return report([comparison], study)._html()


def article(text, *, id="a", outlet="x", name="Outlet of X", **more):
    return Article(id, text, OutletTag(outlet, name), **more)


@cache
def short_html():
    """Two demo articles on one event, of two outlets."""
    notes = [n.article for n in demo().notes]
    return html_of(*(next(a for a in notes if a.id.startswith("2025-06-02") and name in a.id)
                     for name in ("dnipro", "volga")))  # fmt: skip


@cache
def hostile_html():
    one = article(
        HOSTILE, id="<i>1</i>", outlet='x"><script>', name=f"<b onclick='{OWNED}'>X & Co</b>"
    )
    other = article(
        HOSTILE.replace("Kiev", "Kyiv").replace("1,000", "1,200"), id="b", outlet="y", name="Y"
    )
    return html_of(one, other, label=f"<script>{OWNED}</script> \u202e event")


@cache
def many_html():
    """Twenty articles of the length of a long news story, on one event."""
    texts = [note.article for note in demo().notes]
    made = []
    for number in range(20):
        mine = [texts[(number + k) % len(texts)].text for k in (0, 5)]
        made.append(article("\n\n".join(mine), id=f"m{number}", outlet=f"o{number % 4}",
                            name=f"Gazette of {'NESW'[number % 4]}"))  # fmt: skip
    return html_of(*made)

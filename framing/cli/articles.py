"""Commands that list, annotate and compare articles."""

from typing import TYPE_CHECKING, Annotated

import typer

from framing.cli.app import app
from framing.cli.options import (
    AsJson,
    Corrections,
    Lexicons,
    Outlets,
    Output,
    Packs,
    Processes,
    Source,
)
from framing.cli.shell import (
    annotate_articles,
    article_row,
    between,
    deliver,
    deliver_table,
    number,
    print_table,
    read_articles,
    stream_lines,
    study_articles,
    tell_if_nothing_shared,
    tell_skipped,
    write_annotated_rows,
)
from framing.saying import count

if TYPE_CHECKING:
    import pandas as pd

    from framing.model import Notes


@app.command()
def read(
    source: Source,
    output: Output = None,
    json: AsJson = False,
    outlets: Outlets = None,
    corrections: Corrections = None,
) -> None:
    """List the articles: outlet with its proof, date, length, what was skipped.

    Example: framing read articles/
    """
    from framing.output import json_lines

    corpus = read_articles(source, outlets)
    rows = [article_row(article) for article in corpus]
    if json or output:
        deliver(json_lines(rows), output)
    else:
        print_table(("article", "outlet", "published", "words", "proof"), [
            (r["id"], r["outlet"], r["published"] or "-", str(r["words"]), r["evidence"]) for r in rows
        ])  # fmt: skip
    tell_skipped(corpus.skipped)


@app.command()
def annotate(
    source: Source,
    output: Output = None,
    json: AsJson = False,
    packs: Packs = None,
    lexicons: Lexicons = None,
    outlets: Outlets = None,
    corrections: Corrections = None,
    workers: Processes = 1,
) -> None:
    """Find quotes, speakers, markers and voices; one JSON object an article, a CSV of markers or a
    Parquet file of markers, quotes and slot choices.

    Example: framing annotate articles/ -o notes.jsonl
    """
    from framing.output import table_text

    kind = output.suffix.lower() if output else ""
    if output and kind == ".parquet":
        write_annotated_rows(
            source, output, packs=packs, lexicons=lexicons, outlets=outlets, workers=workers
        )
        return
    if json or (output and kind != ".csv"):
        deliver(stream_lines(source, packs, lexicons, outlets, workers), output)
        return
    notes = annotate_articles(source, packs, lexicons, outlets, workers)
    if output:
        deliver(table_text(notes.to_frame("markers")), output)
    else:
        print_table(("article", "quotes", "markers", "own voice", "words"), [
            (a.article.id, str(len(a.quotes)), str(len(a.markers)),
             str(sum(m.voice.kind == "outlet" for m in a.markers)), str(a.words))
            for a in notes
        ])  # fmt: skip
    tell_skipped(notes.skipped)


@app.command()
def quotes(
    source: Source,
    output: Output = None,
    json: AsJson = False,
    packs: Packs = None,
    outlets: Outlets = None,
    corrections: Corrections = None,
    by: Annotated[
        str | None,
        typer.Option(
            help="shares of words instead: by voice, side, speaker, kind, naming or office"
        ),
    ] = None,
) -> None:
    """List who says what: a row a quote with speaker, side, kind, cue and length.

    Example: framing quotes articles/ -o quotes.csv, or: framing quotes articles/ --by side
    """
    notes = annotate_articles(source, packs, None, outlets)
    frame = notes.to_frame("quotes") if by is None else _shares(notes, by)
    on_screen = not deliver_table(frame, output, json=json)
    if on_screen and by:
        print_table(("outlet", by, "words", "of", "share", "quotes"), [
            (r["outlet"], r["group"], str(r["words"]), str(r["of"]), f"{r['words'] / r['of']:.0%}",
             "" if r["quotes"] is None else str(r["quotes"]))
            for r in frame.to_dict("records")
        ])  # fmt: skip
    elif on_screen:
        print_table(("outlet", "speaker", "kind", "cue", "words", "said"), [
            (r["outlet"], r["speaker"], r["kind"], r["cue"], r["words"], r["text"][:70])
            for r in frame.to_dict("records")
        ])  # fmt: skip
    tell_skipped(notes.skipped)


def _shares(notes: "Notes", by: str) -> "pd.DataFrame":
    import pandas as pd

    from framing.comparison.sourcing import GROUPINGS, source_shares
    from framing.errors import OptionError

    if by not in GROUPINGS:
        raise OptionError(f"--by {by}: choose one of {', '.join(GROUPINGS)}")
    rows = [row for row in source_shares(tuple(notes)) if row.by == by]
    return pd.DataFrame(
        [(r.outlet, r.group, r.words, r.of, r.quotes) for r in rows],
        columns=["outlet", "group", "words", "of", "quotes"],
    ).astype({"quotes": object})


@app.command()
def events(
    source: Source,
    output: Output = None,
    json: AsJson = False,
    corrections: Corrections = None,
    workers: Processes = 1,
) -> None:
    """Group the articles by the event they report.

    Example: framing events articles/
    """
    from framing.comparison.events import find_events
    from framing.comparison.exchange import events_to_records
    from framing.output import json_text
    from framing.scale.pool import Workers

    with Workers(workers) as pool:
        corpus = read_articles(source, None, pool.map)
        found = find_events(corpus, mapper=pool.each)
    if json or output:
        deliver(json_text(events_to_records(found)), output)
    else:
        print_table(("event", "articles", "first", "last", "label"), [
            (e.id, str(len(e.articles)), str(e.first or "-"), str(e.last or "-"), e.label)
            for e in found
        ])  # fmt: skip
    tell_skipped(corpus.skipped)


@app.command()
def compare(
    source: Source,
    output: Output = None,
    json: AsJson = False,
    packs: Packs = None,
    lexicons: Lexicons = None,
    outlets: Outlets = None,
    corrections: Corrections = None,
) -> None:
    """Compare the outlets on each event: claims, wordings, sources.

    Example: framing compare articles/ -o compare.json
    """
    from framing.comparison.exchange import to_records
    from framing.output import json_text

    study = study_articles(source, packs, lexicons, outlets)
    if json or output:
        deliver(json_text(to_records(study.comparisons)), output)
    else:
        from framing.reporting.findings import main_findings
        from framing.reporting.names import outlet_names

        names = outlet_names(study.comparisons)
        for comparison in study.comparisons:
            typer.echo(f"{comparison.event.label}: {count(len(comparison.annotations), 'article')}")
            for sentence in main_findings(comparison, names):
                typer.echo(f"  {sentence}")
    tell_skipped(study.notes.skipped)


@app.command()
def profile(
    source: Source,
    output: Output = None,
    json: AsJson = False,
    packs: Packs = None,
    lexicons: Lexicons = None,
    outlets: Outlets = None,
    corrections: Corrections = None,
) -> None:
    """Measure what is typical of each outlet on the events it shares with others.

    Example: framing profile articles/ -o profiles.csv
    """
    study = study_articles(source, packs, lexicons, outlets)
    frame = study.to_frame("profiles")
    if not deliver_table(frame, output, json=json):
        print_table(("outlet", "facet", "value", "interval", "n", "others"), [
            (f["outlet"], f["facet"], number(f["value"]), between(f["low"], f["high"]),
             str(f["n"]), number(f["reference_value"]))
            for f in frame.to_dict("records")
        ])  # fmt: skip
    tell_if_nothing_shared(study)
    tell_skipped(study.notes.skipped)


@app.command()
def kwic(
    source: Source,
    word: Annotated[str, typer.Argument(help="A word or phrase.", show_default=False)],
    voice: Annotated[str, typer.Option(help="Only this voice: outlet, direct, indirect.")] = "",
    output: Output = None,
    packs: Packs = None,
    outlets: Outlets = None,
    corrections: Corrections = None,
) -> None:
    """Show a word in context with outlet, voice and speaker, a line a hit.

    Example: framing kwic articles/ Kiev --voice outlet
    """
    from framing.annotation.concordance import concordance
    from framing.output import table_text

    notes = annotate_articles(source, packs, None, outlets)
    frame = concordance(notes, word, voice=voice or None)
    if output:
        deliver(table_text(frame), output)
    else:
        print_table(("outlet", "voice", "speaker", "before", "hit", "behind"), [
            (r["outlet"], r["voice"], r["speaker"], r["before"], r["hit"], r["behind"])
            for r in frame.to_dict("records")
        ])  # fmt: skip
        typer.echo(f"{len(frame)} hits", err=True)

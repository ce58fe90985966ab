"""The command that runs every week."""

from pathlib import Path
from typing import Annotated, Any

import typer

from framing.cli.app import app
from framing.cli.options import Output
from framing.cli.shell import leave_manifest, progress, tell_skipped

_ENDINGS = (".csv", ".json", ".pdf")


@app.command()
def monitor(
    config: Annotated[Path, typer.Argument(help="A TOML file.", show_default=False)],
    output: Output = None,
    before: Annotated[
        str, typer.Option(help="The earlier period; by default the last but one.")
    ] = "",
    now: Annotated[str, typer.Option(help="The later period; by default the last.")] = "",
) -> None:
    """Run one configuration over new folders and tell what changed beyond noise.

    Example: framing monitor lake.toml -o changes.pdf

    A configuration has folders = "weeks/*" (each folder is a period), store = "lake.sqlite" and, if
    wanted, title, packs, lexicons, outlets and corrections. A run can be stopped at any place; the
    next one goes on.
    """
    from framing.errors import OptionError
    from framing.monitoring.config import read_config
    from framing.monitoring.run import update
    from framing.monitoring.store import Store

    if output and output.suffix.lower() not in _ENDINGS:
        raise OptionError(f"cannot write {output.name!r}: end the name in {', '.join(_ENDINGS)}")
    settings = read_config(config)
    with Store(settings.store) as store:
        with progress() as tell:
            updated = update(settings, store, on_progress=tell)
        for period, count in updated.annotated.items():
            typer.echo(f"{period}: {count} articles annotated", err=True)
        tell_skipped(updated.skipped)
        _report(store, settings.title, output, (before, now))


def _report(store: Any, title: str, output: Path | None, wanted: tuple[str, str]) -> None:
    from framing.monitoring.changes import chosen_periods, find_changes
    from framing.monitoring.records import content_hash
    from framing.monitoring.report import summary

    pair = chosen_periods(store, *wanted)
    if pair is None:
        typer.echo("one period so far: a second one gives something to compare", err=True)
        return
    changes = find_changes(*pair)
    if output is None:
        typer.echo(f"{changes.now.name} against {changes.before.name}")
        for line in summary(changes):
            typer.echo(f"  {line}")
        return
    _write(changes, title, output)
    typer.echo(f"wrote {output}", err=True)
    articles = {
        f"{period.name}/{a.article.id}": content_hash(a.article)
        for period in pair
        for a in period.annotations
    }
    leave_manifest([output], articles)


def _write(changes: Any, title: str, output: Path) -> None:
    from framing.monitoring.report import build_changes
    from framing.output import json_lines, table_text, write_whole
    from framing.reporting.report import SavableReport

    ending = output.suffix.lower()
    if ending == ".csv":
        write_whole(output, table_text(changes.to_frame()))
    elif ending == ".json":
        from dataclasses import asdict

        write_whole(output, json_lines(asdict(row) for row in changes.rows))
    else:
        SavableReport(build_changes(changes, title)).save(output)

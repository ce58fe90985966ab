"""The command line as a tree of commands, still without its leaves."""

import typer

app = typer.Typer(
    help="Shows how news outlets word, weigh, source and leave out the same event.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
lexicon_app = typer.Typer(help="The lexicon packs.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(lexicon_app, name="lexicon")

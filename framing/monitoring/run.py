"""Bring the store up to date: read what is new, annotate what is missing, in small steps."""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from framing.annotation.annotate import annotate
from framing.errors import InputError
from framing.manifest import make_manifest
from framing.model import Article, Corpus, Skipped
from framing.monitoring.config import Config
from framing.monitoring.records import fingerprint
from framing.monitoring.store import Store
from framing.reading.files import input_files, read
from framing.validation.corrections import apply_corrections

BATCH = 25
"""Articles a step: about a tenth of a second's work, which is what a kill can cost."""

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Updated:
    """What a run did: articles annotated by period, and what was skipped."""

    annotated: dict[str, int]
    skipped: tuple[Skipped, ...]


def update(config: Config, store: Store, *, on_progress: Progress | None = None) -> Updated:
    """Annotate every article that the folders of `config` hold and `store` does not.

    Safe to kill at any place: the next run goes on. A folder that is gone keeps its period; a folder
    whose files changed has its period brought in line. Where packs or versions changed, all articles
    are annotated anew from the texts in the store, so that periods stay comparable.
    """
    run = _Run(config, store, settings_of(config), on_progress)
    folders = config.periods()
    if not folders and not store.periods():
        raise InputError(
            f"{config.path}: no folder fits folders = {config.folders!r}: put the articles of each "
            "period into a folder of its own"
        )
    annotated: dict[str, int] = {}
    for period, folder in folders.items():
        stamp = _stamp(folder, run.settings, config)
        if store.stamp(period) != stamp:
            corpus = _articles(folder, config)
            run.skipped.extend(corpus.skipped)
            annotated[period] = run.complete(period, corpus)
            store.finish(period, (article.id for article in corpus), stamp=stamp)
    for period, ids in store.stale(run.settings).items():
        articles = [a.article for a in store.annotations(period, ids)]
        annotated[period] = annotated.get(period, 0) + run.annotate(period, articles)
    return Updated(annotated, tuple(run.skipped))


@dataclass(frozen=True, slots=True)
class _Run:
    config: Config
    store: Store
    settings: str
    on_progress: Progress | None
    skipped: list[Skipped] = field(default_factory=list)

    def complete(self, period: str, corpus: Corpus) -> int:
        """Annotate what the store does not have of a period; how many articles that were."""
        done = self.store.done(period, self.settings)
        return self.annotate(period, [a for a in corpus if done.get(a.id) != fingerprint(a)])

    def annotate(self, period: str, articles: Sequence[Article]) -> int:
        """Annotate batch by batch, each written before the next is begun."""
        count = 0
        for batch in _batches(articles):
            notes = annotate(batch, packs=self.config.packs, folder=self.config.lexicons)
            self.store.add(period, tuple(notes), settings=self.settings)
            self.skipped.extend(notes.skipped)
            count += len(notes)
            if self.on_progress:
                self.on_progress(period, count, len(articles))
        return count


def settings_of(config: Config) -> str:
    """One hash of everything that decides an annotation besides the article."""
    manifest = make_manifest(
        "monitor",
        options={
            "packs": ",".join(config.packs) if config.packs is not None else None,
            "lexicons": config.lexicons,
        },
    )
    return hashlib.sha256(json.dumps(manifest, sort_keys=True).encode()).hexdigest()


def _stamp(folder: Path, settings: str, config: Config) -> str:
    """One hash of what a period's result depends on: its files, the settings, the user's tables."""
    manifest = make_manifest(
        settings,
        inputs=folder,
        options={"outlets": config.outlets, "corrections": config.corrections},
    )
    return hashlib.sha256(json.dumps(manifest, sort_keys=True).encode()).hexdigest()


def _articles(folder: Path, config: Config) -> Corpus:
    """The articles of a folder; one without any is a period without articles."""
    if not input_files(folder):
        return Corpus()
    try:
        corpus = read(folder, outlets=config.outlets)
    except InputError as fault:
        return Corpus((), (Skipped(str(folder), str(fault)),))
    if config.corrections:
        corpus = apply_corrections(corpus, config.corrections, outlets=config.outlets, partly=True)
    return corpus


def _batches(articles: Sequence[Article]) -> Iterator[Sequence[Article]]:
    for start in range(0, len(articles), BATCH):
        yield articles[start : start + BATCH]

"""The pool of processes: in order, bounded, and not impressed by kill -9."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from generated_news import rows
from tests_workers import complains, dies, slow_square

from framing.comparison.events import find_events
from framing.errors import EngineError, InputError, OptionError
from framing.model import Article
from framing.scale.batches import annotate_batch
from framing.scale.pool import Workers, annotate_batches

needs_kill = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 on this system")


def kill_one():
    """Kill -9 one of this process's workers; they are started for the tests by the pool alone."""
    victim = next(child for child in multiprocessing.active_children() if "Spawn" in child.name)
    os.kill(victim.pid, signal.SIGKILL)


def test_two_workers_give_what_one_gives(two, batches, same):
    assert same(annotate_batches(batches, workers=two))


@needs_kill
def test_a_killed_worker_changes_nothing(two, batches, same):
    results = annotate_batches(batches, workers=two)
    found = [next(results), next(results)]
    kill_one()
    found += results
    assert len(found) == len(batches)
    assert same(found)


def test_events_are_the_same_with_many_processes(two):
    articles = [Article(r["id"], f"{r['title']}\n\n{r['text']}") for r in rows(0, 90)]
    wanted = repr(find_events(articles))
    assert repr(find_events(articles, mapper=two.each)) == wanted
    assert repr(find_events(articles, mapper=two.map)) == wanted


@needs_kill
def test_events_are_the_same_when_a_worker_is_killed(two):
    articles = [Article(r["id"], f"{r['title']}\n\n{r['text']}") for r in rows(0, 200)]
    killed = []

    def each(function, items):
        for place, found in enumerate(two.each(function, items)):
            if not place and not killed:
                kill_one()
                killed.append(function.__name__)
            yield found

    assert repr(find_events(articles, mapper=each)) == repr(find_events(articles))
    assert killed == ["read_shard"]


def test_items_are_taken_as_they_are_needed_and_come_back_in_order(two):
    taken = []
    results = two.map(slow_square, (taken.append(n) or n for n in range(1000)), chunk=5)
    assert next(results) == 0
    assert len(taken) <= 5 * 2 * 2
    assert list(results) == [n * n for n in range(1, 1000)]


@needs_kill
def test_workers_end_when_their_parent_is_killed(tmp_path):
    code = "import tests_workers; tests_workers.hand_out_pids()"
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[1],
        text=True,
    )
    pids = [int(process.stdout.readline()) for _ in range(2)]
    process.kill()
    process.communicate()
    limit = time.monotonic() + 20
    while any(map(lives, pids)) and time.monotonic() < limit:
        time.sleep(0.05)
    assert not any(map(lives, pids))


def lives(pid) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@needs_kill
def test_an_item_that_kills_every_worker_is_named():
    with Workers(2, tries=2) as workers:
        results = workers.map(dies, range(11, 20), chunk=1)
        assert next(results) == 11
        with pytest.raises(EngineError, match="died 2 times on 13: out of memory"):
            list(results)


def test_errors_come_through(two):
    with pytest.raises(InputError, match="number 0"):
        list(two.map(complains, range(3)))
    with pytest.raises(OptionError, match="0 workers"):
        Workers(0)


def test_one_worker_is_this_process(batches):
    with Workers(1) as workers:
        assert list(workers.map(id, [workers])) == [id(workers)]
        first = next(annotate_batches(batches, workers=workers))
    assert first.equals(annotate_batch(batches[0]))

"""The real commands, each in a process of its own with bounds on memory, time and file size.

A server (`multiprocessing`'s fork server) has the library loaded; every command is a fork of it, so
that hundreds of them cost seconds. What runs in the fork is `framing.cli.main`, as in the shell.
"""

import multiprocessing
import os
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from multiprocessing.connection import wait
from pathlib import Path
from threading import Lock

MEMORY = 3 * 2**30  # bytes of address space that a command may take
SECONDS = 20  # of processor time: a guard against blow-up, not a measure of speed
PATIENCE = 120  # seconds on the clock, of which a busy machine may need many for one of work
_TESTS = Path(__file__).resolve().parent.parent
# Starting a process asks every other one whether it has ended; two threads that ask at once lose
# the exit status (it reads 255). One asks at a time; the wait between only watches.
_TURN = Lock()


@dataclass(frozen=True)
class Outcome:
    """What a command did: its exit status (minus the signal that ended it), and what it said."""

    status: int
    out: str
    err: str
    seconds: float
    megabytes: int
    work: float  # seconds of processor time

    @property
    def is_bug(self) -> bool:
        told = "Traceback" in self.err or "framing failed" in self.err + self.out
        return told or self.status not in (0, 2)


def run(
    *argv: str | Path,
    cwd: Path,
    first: Callable[[], None] | None = None,
    kill_after: float | None = None,
    memory: int = MEMORY,
) -> Outcome:
    """Run ``framing ARGV`` in `cwd`; `first` (a picklable function) runs in the process before it.

    With `kill_after` the process gets a SIGKILL after so many seconds, if it still runs.
    """
    with tempfile.TemporaryDirectory() as name:
        said = Path(name)
        process = _server().Process(
            target=_command, args=(list(map(str, argv)), str(cwd), name, memory, first)
        )
        began = time.perf_counter()
        with _TURN:
            process.start()
        ended = wait([process.sentinel], PATIENCE if kill_after is None else kill_after)
        with _TURN:
            if not ended:
                process.kill()
            process.join()
        took = time.perf_counter() - began
        texts = [_read(said / part) for part in ("out", "err", "peak")]
        assert process.exitcode is not None
        peak, work = (texts[2] or "0 0").split()
        return Outcome(process.exitcode, texts[0], texts[1], took, int(peak), float(work))


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace") if path.exists() else ""


@cache
def _server() -> "multiprocessing.context.ForkServerContext":
    context = multiprocessing.get_context("forkserver")
    os.environ["PYTHONPATH"] = os.pathsep.join(
        filter(None, (str(_TESTS), str(_TESTS.parent), os.environ.get("PYTHONPATH")))
    )  # the server does not look where this process looks for modules
    for threads in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):
        os.environ.setdefault(threads, "1")
    context.set_forkserver_preload(["faults.warm"])
    return context


def _command(
    argv: Sequence[str],
    cwd: str,
    said: str,
    memory: int,
    first: Callable[[], None] | None,
) -> None:
    """In the fork: bounds, output to files, the command."""
    from framing.cli import main

    os.chdir(cwd)
    for stream, name in ((1, "out"), (2, "err")):
        handle = os.open(f"{said}/{name}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(handle, stream)
        os.close(handle)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    used = int(time.process_time())
    resource.setrlimit(resource.RLIMIT_CPU, (used + SECONDS, used + SECONDS))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    sys.argv = ["framing", *argv]
    if first:
        first()
    try:
        main()
    finally:
        sys.stdout.flush()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        Path(said, "peak").write_text(f"{peak} {time.process_time()}")

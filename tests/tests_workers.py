"""Functions that the tests of the pool send to other processes, which must import them."""

import os
import signal
import sys
import time

from framing.errors import InputError
from framing.scale.pool import Workers


def slow_square(number):
    time.sleep(0.005)
    return number * number


def dies(number):
    if number == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def complains(number):
    raise InputError(f"number {number}: give another one")


def own_pid(number):
    time.sleep(0.5)
    return os.getpid()


def hand_out_pids():
    """Print the ids of two workers, then go on for ever."""
    with Workers(2) as workers:
        pids = dict.fromkeys(workers.map(own_pid, range(4), chunk=1))
        sys.stdout.write("".join(f"{pid}\n" for pid in pids))
        sys.stdout.flush()
        list(workers.map(time.sleep, [1000, 1000], chunk=1))

"""The other end of a worker's pipes: takes the work once, then items, and answers each."""

import os
import pickle
import signal
import sys
from typing import BinaryIO

from .engines import Failure, attempt


def serve() -> None:
    """Answer items until the pipe closes; run as the whole program of a worker process."""
    # Ctrl-C reaches the whole terminal group; the parent decides when workers end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not run into the answers
    questions = sys.stdin.buffer
    try:
        sys.path[:] = pickle.load(questions)
        work = pickle.load(questions)
        while True:
            _answer(attempt(work, pickle.load(questions)), answers)
    except (EOFError, BrokenPipeError):
        return


def _answer(answer: object, answers: BinaryIO) -> None:
    try:
        told = pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)
    except Exception as problem:
        told = pickle.dumps(Failure(f"{type(problem).__name__}: {problem}"))
    answers.write(told)
    answers.flush()

"""Functions in forks of one process, which has imported what they need: a process from its beginning takes longer."""

import multiprocessing
import os
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection

ENDED = "ended"
"""What is received once a function has ended, or was killed."""


@contextmanager
def forking(module: str) -> Iterator[Connection]:
    """Yield a connection to a process that has imported the module.

    What is sent is a function with its arguments, which is called in a fork, one at a time, with the other end of the
    connection as one argument more. What is received is the id of that fork, all that the function sends, and ENDED.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([module])
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(there,))
    process.start()
    there.close()
    try:
        yield here
    finally:
        here.close()
        process.join()


def _serve(client: Connection) -> None:
    while True:
        try:
            function, arguments = client.recv()
        except EOFError:
            return
        fork = os.fork()
        if not fork:
            _call(function, arguments, client)
        os.waitpid(fork, 0)
        client.send(ENDED)


def _call(function: Callable[..., None], arguments: tuple[object, ...], client: Connection) -> None:
    """Call the function and end the fork, which nothing else may go on in."""
    try:
        client.send(os.getpid())
        function(*arguments, client)
    except BaseException:  # noqa: BLE001  (it is printed, and the other end receives ENDED where it expects an answer)
        traceback.print_exc()
    finally:
        os._exit(0)

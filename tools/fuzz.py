"""Spoil the shipped content at random, N times, and check each: no exception, none takes two seconds, no file is opened for writing.

    python tools/fuzz.py 20000 [SEED]

Prints the count, the time and the slowest. A failure names the seed that repeats it alone: python tools/fuzz.py 1 SEED.
"""

import random
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.content.fixtures import shipped  # noqa: E402
from tests.content.test_mutations import KINDS, SPOILING, spoil  # noqa: E402

from gwr_docs.builder.checking import check_content, check_layout  # noqa: E402
from gwr_docs.content.reading import FILES  # noqa: E402
from gwr_docs.diagnostics.rendering import render  # noqa: E402
from gwr_docs.theme.faces import FontBook, load_fonts  # noqa: E402

MOST_SECONDS = 2.0
MOST_EDITS = 5
LAID_OUT = 10  # every so many that are sound, deck and summary are laid out, too
LONG = 5000  # of one spoiler in a row, now and then
WRITING = ("w", "a", "x", "+")


def refuse_writing(event: str, arguments: tuple[object, ...]) -> None:
    """What Python itself tells of every file that is opened."""
    if event == "open" and isinstance(arguments[1], str) and any(mode in arguments[1] for mode in WRITING):
        raise AssertionError(f"{arguments[0]} opened for writing")


def spoiled(seed: int) -> dict[str, bytes]:
    chance, files = random.Random(seed), shipped()
    for _ in range(chance.randint(1, MOST_EDITS)):
        name = chance.choice(FILES)
        text = chance.choice(SPOILING) if chance.random() < 0.8 else "".join(chr(chance.randrange(1, 0x110000)) for _ in range(3))
        text *= LONG if chance.random() < 0.02 else 1
        try:
            files[name] = spoil(files[name], chance.choice(KINDS), chance.random(), chance.random(), text)
        except UnicodeEncodeError:  # a half pair beside broken bytes
            continue
    return files


def try_one(seed: int, book: FontBook) -> tuple[float, bool]:
    """Seconds of the processor, and whether a report came of it."""
    files = spoiled(seed)
    start = time.process_time()  # nothing waits, and the machine may be busy with something else
    report, found = check_content(files, book)
    assert (report is None) == any(diagnostic.is_error for diagnostic in found)
    sources = {name: data.decode("utf-8", "replace") for name, data in files.items()}
    assert render(found, sources) or not found
    seconds = time.process_time() - start
    assert seconds < MOST_SECONDS, f"{seconds:.2f} s"
    if report and seed % LAID_OUT == 0:
        check_layout(report, book, files)
    return seconds, report is not None


def main() -> None:
    count, first = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0
    book = load_fonts()
    try_one(first, book)  # imports and tables are read once
    sys.addaudithook(refuse_writing)
    start, slowest, sound = time.perf_counter(), (0.0, first), 0
    for seed in range(first, first + count):
        try:
            seconds, came = try_one(seed, book)
        except BaseException:
            print(f"seed {seed}", file=sys.stderr)
            raise
        slowest, sound = max(slowest, (seconds, seed)), sound + came
    total = time.perf_counter() - start
    print(f"{count} mutations in {total:.0f} s, {sound} still sound, slowest {slowest[0]:.2f} s (seed {slowest[1]})")


if __name__ == "__main__":
    main()

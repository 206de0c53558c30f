"""What is measured: a leg is one command that makes its documents from the content of one size."""

import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import environment

HERE = Path(__file__).resolve().parent
SOURCE = HERE.parent / "src"
ALL = "gwr-docs build all"
UNCHANGED = "gwr-docs build all, no change"
REFERENCE = ("pandoc docx", "pandoc pptx", "Typst pdf")  # what they cost together is 1
BESIDE = {"gwr-docs build pdf": "Typst pdf", "gwr-docs build report": "Typst report"}  # the same document, and who else makes it
PLAIN = "python-docx + python-pptx + ReportLab"


@dataclass(frozen=True, slots=True)
class Tools:
    """The interpreters, and what they were asked: pandoc's path, our fonts, the environment of every run."""

    ours: str
    peers: str
    pandoc: str
    fonts: str
    env: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Leg:
    """`command` takes the folder to write to, a fresh one for every run unless `kept`."""

    name: str
    command: Callable[[Path], list[str]]
    kept: bool = False


def find_tools(ours: str, peers: str) -> Tools:
    """Ask both interpreters for what they have. Raises CalledProcessError when something is not installed."""
    env = environment({})
    if subprocess.run([ours, "-c", "import gwr_docs"], env=env, capture_output=True, check=False).returncode:
        env = environment({"PYTHONPATH": str(SOURCE)})
    fonts = _ask(ours, "from gwr_docs.theme.faces import fonts_folder; print(fonts_folder())", env)
    pandoc = _ask(peers, "import pypandoc, typst; print(pypandoc.get_pandoc_path())", env)
    return Tools(ours, peers, pandoc, fonts, env)


def _ask(python: str, code: str, env: Mapping[str, str]) -> str:
    return subprocess.run([python, "-c", code], env=dict(env), stdout=subprocess.PIPE, check=True, text=True).stdout.strip()


def prepare(tools: Tools, content: Path, size: int, work: Path) -> tuple[Path, Path]:
    """The content `size` times and the peers' sources made from it."""
    grown, sources = work / f"content-{size}", work / f"sources-{size}"
    steps = (("content.py", str(size), str(content), str(grown)), ("sources.py", str(grown), str(sources)))
    for script, *arguments in steps:
        subprocess.run([tools.ours, str(HERE / script), *arguments], env=dict(tools.env), check=True)
    return grown, sources


def all_legs(tools: Tools, content: Path, sources: Path) -> tuple[Leg, ...]:
    """Every leg, in the order in which a round takes them."""

    def ours(*arguments: str) -> Callable[[Path], list[str]]:
        return lambda out: [tools.ours, "-m", "gwr_docs", *arguments, "--content", str(content), *_out(arguments, out)]

    def pandoc(source: str, target: str, *options: str) -> Callable[[Path], list[str]]:
        return lambda out: [tools.pandoc, "--quiet", str(sources / source), *options, "-o", str(out / target)]

    def typst(name: str) -> Callable[[Path], list[str]]:
        script, source = str(HERE / "typst_leg.py"), str(sources / f"{name}.typ")
        return lambda out: [tools.peers, script, source, tools.fonts, str(out / f"{name}.pdf")]

    plain = [tools.ours, str(HERE / "plain.py"), str(sources / "outline.json"), tools.fonts]
    return (
        Leg(ALL, ours("build", "all")),
        Leg(REFERENCE[0], pandoc("briefing.md", "briefing.docx")),
        Leg(REFERENCE[1], pandoc("deck.md", "deck.pptx", "--slide-level", "2")),
        Leg(REFERENCE[2], typst("summary")),
        Leg(PLAIN, lambda out: [*plain, str(out)]),
        Leg("gwr-docs build docx", ours("build", "docx")),
        Leg("gwr-docs build pptx", ours("build", "pptx")),
        Leg("gwr-docs build pdf", ours("build", "pdf")),
        Leg("gwr-docs build report", ours("build", "report")),
        Leg("Typst report", typst("report")),
        Leg(UNCHANGED, ours("build", "all"), kept=True),
        Leg("gwr-docs check", ours("check")),
    )


def _out(arguments: tuple[str, ...], out: Path) -> list[str]:
    return ["--out", str(out)] if arguments[0] == "build" else []

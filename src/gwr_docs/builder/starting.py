"""A starter report for `gwr-docs init`: commented YAML that builds as it stands."""

from importlib.resources import files
from pathlib import Path

from gwr_docs.builder.output import write_files
from gwr_docs.content.reading import FILES


def write_starter(folder: Path) -> Path:
    """Write the starter into content/ below `folder` and return that. Raises FileExistsError and OutputError."""
    target = folder / "content"
    for name in FILES:
        if (target / name).exists():
            raise FileExistsError(target / name)
    starter = files("gwr_docs").joinpath("starter")
    write_files(target, {name: starter.joinpath(name).read_bytes() for name in FILES})
    return target

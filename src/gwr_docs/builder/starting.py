"""A starter report for `gwr-docs init`: commented YAML that builds as it stands, and what an editor needs to help."""

from importlib.resources import files
from pathlib import Path

from gwr_docs.builder.output import write_files
from gwr_docs.builder.schemas import FOLDER, write_schemas, write_settings
from gwr_docs.content.reading import FILES


def write_starter(folder: Path, lang: str = "zh") -> Path:
    """Write the starter into content/ below `folder` and return that.

    Raises OutputError, and FileExistsError if either holds content: nobody looks for a report inside another's folder.
    """
    target = folder / "content"
    for path in (place / name for place in (target, folder) for name in FILES):
        if path.exists():
            raise FileExistsError(path)
    starter = files("gwr_docs").joinpath("starter")
    write_schemas(target / FOLDER, lang)
    write_settings(folder)
    write_files(target, {name: starter.joinpath(name).read_bytes() for name in FILES})
    return target

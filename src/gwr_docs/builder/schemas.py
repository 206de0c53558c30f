"""What helps an editor: JSON Schemas of the content files, and settings for Visual Studio Code."""

import json
import tomllib
from importlib.resources import files
from pathlib import Path

from gwr_docs.builder.output import write_files
from gwr_docs.content.json_schema import json_schema
from gwr_docs.content.schema import FILES

FOLDER = ".schema"  # beside the content files, whose first line names it
SETTINGS = ".vscode"


def schema_files(lang: str = "zh") -> dict[str, bytes]:
    """File name -> schema, one for each content file; the fields are explained in `lang`."""
    words = tomllib.loads(files("gwr_docs").joinpath("fields.toml").read_text(encoding="utf-8"))
    return {schema_name(file): _as_json(json_schema(file, words, lang)) for file in FILES}


def schema_name(file: str) -> str:
    return f"{Path(file).stem}.json"


def modeline(file: str) -> str:
    """The first line of a content file, which leads an editor to its schema."""
    return f"# yaml-language-server: $schema={FOLDER}/{schema_name(file)}"


def write_schemas(folder: Path, lang: str) -> tuple[Path, ...]:
    """Write the schemas into `folder`. Raises OutputError."""
    found = schema_files(lang)
    write_files(folder, found)
    return tuple(folder / name for name in found)


def write_settings(folder: Path) -> None:
    """Settings of Visual Studio Code for the folder, unless it has some. Raises OutputError."""
    source = files("gwr_docs").joinpath("starter", "vscode")
    missing = {entry.name: entry.read_bytes() for entry in source.iterdir() if not (folder / SETTINGS / entry.name).exists()}
    if missing:
        write_files(folder / SETTINGS, missing)


def _as_json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()

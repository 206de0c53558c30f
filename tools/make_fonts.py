"""Make the fonts of assets/fonts from the packages that tools/fonts/sources.py pins, or check those that stand there.

Needs npm, apt-get, dpkg-deb and the fontTools of tools/fonts/requirements.txt; checking needs none of them.
"""

import argparse
import sys
import tempfile
from pathlib import Path

# As a script this file finds only its own folder, as a module only the one above: both must find the parts.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.fonts.faces import FACES
from tools.fonts.sources import FontError, fetch_sources
from tools.fonts.tables import check, write_faces, write_table

FONTS = Path(__file__).resolve().parent.parent / "assets" / "fonts"


def main(arguments: list[str] | None = None) -> int:
    options = _parse(arguments)
    try:
        if options.check:
            print(f"{check(options.out)} faces as faces.toml records them")
        elif options.cache is not None:
            make(options.cache, options.out)
        else:
            with tempfile.TemporaryDirectory(prefix="make_fonts-") as folder:
                make(Path(folder), options.out)
    except FontError as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


def make(cache: Path, target: Path) -> None:
    # fontTools is imported by these two alone, so that --check runs without it.
    from tools.fonts.build import build_faces
    from tools.fonts.notices import write_notices

    sources = fetch_sources(cache.resolve())
    build_faces(sources, target)
    for face in FACES:
        write_table(face, target)
    write_faces(target)
    write_notices(sources, target)
    for face in FACES:
        print(f"{face.file}  {(target / face.file).stat().st_size:,} bytes")


def _parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Make or check the fonts of assets/fonts.")
    parser.add_argument("--check", action="store_true", help="only compare the fonts with faces.toml")
    parser.add_argument("--cache", type=Path, metavar="DIR", help="keep the source files here between runs")
    parser.add_argument("--out", type=Path, default=FONTS, metavar="DIR", help="where the fonts go (%(default)s)")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())

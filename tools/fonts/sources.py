"""Source files of the fonts: pinned packages, fetched by name, each file checked by its SHA-256."""

import hashlib
import io
import subprocess
import tarfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType


class FontError(Exception):
    """A fault that the person who runs the maker can act on."""


@dataclass(frozen=True)
class Package:
    client: str
    name: str
    version: str

    def __str__(self) -> str:
        return f"{self.name} {self.version} ({self.client})"


@dataclass(frozen=True)
class Source:
    package: Package
    member: str
    sha256: str

    @property
    def file_name(self) -> str:
        # Both Noto packages call their licence alike, so the package name is part of the cached name.
        return f"{self.package.name.rsplit('/', 1)[-1]}--{self.member.rsplit('/', 1)[-1]}"


NOTO_SERIF = Package("npm", "@expo-google-fonts/noto-serif-sc", "0.4.3")
NOTO_SANS = Package("npm", "@expo-google-fonts/noto-sans-sc", "0.4.3")
TEXLIVE = Package("apt", "texlive-lang-chinese", "2022.20230122-1")
WENKAI = Package("apt", "fonts-lxgw-wenkai", "1.250+repack-1")
LIBERATION = Package("apt", "fonts-liberation2", "2.1.5-1")
UNICODE = Package("apt", "unicode-data", "15.0.0-1")

_FANDOL = "./usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/"
_TRUETYPE = "./usr/share/fonts/truetype/"

SOURCES: Mapping[str, Source] = MappingProxyType(
    {
        "noto_serif_bold": Source(
            NOTO_SERIF,
            "package/700Bold/NotoSerifSC_700Bold.ttf",
            "9c6a2ba736e4b499c84f65ce366bd3625c0401885fd3e585ace50fb738b96ff6",
        ),
        "noto_sans_medium": Source(
            NOTO_SANS,
            "package/500Medium/NotoSansSC_500Medium.ttf",
            "b30853d205f3ecdde938b1488c735ee15a2e870d31331b992fdc53971e23ec4a",
        ),
        "ofl": Source(
            NOTO_SANS,
            "package/LICENSE_FONT",
            "1c05c68c34f9708415aada51f17e1b0092d2cea709bf4a94cd38114f9e73d7d9",
        ),
        "fandol_fang": Source(
            TEXLIVE,
            _FANDOL + "FandolFang-Regular.otf",
            "d838ad32ce2244d8144f408c37fe71065aba6fbbc80759a4d2aa2033948d5bc9",
        ),
        "fandol_kai": Source(
            TEXLIVE,
            _FANDOL + "FandolKai-Regular.otf",
            "ea7e7fb4f9b3ac694a68d43946e04d21deed6e8c29a7c2d3081e1a4138f2f827",
        ),
        "fandol_song": Source(
            TEXLIVE,
            _FANDOL + "FandolSong-Regular.otf",
            "a3820003227d4abe31fe28b493200d94a849ccfd078b50a019264f70353020b0",
        ),
        "fandol_copying": Source(
            TEXLIVE,
            "./usr/share/doc/texlive-doc/fonts/fandol/COPYING.gz",
            "b94928591ae23ad41681fe34991e5d95d793666e751af505453a0152e6bc1a10",
        ),
        "wenkai_light": Source(
            WENKAI,
            _TRUETYPE + "lxgw-wenkai/LXGWWenKai-Light.ttf",
            "e302f84a1967817f91fc4011de7c8c12489c41072a7f0605a1c7b1399352cb93",
        ),
        "liberation_serif": Source(
            LIBERATION,
            _TRUETYPE + "liberation2/LiberationSerif-Regular.ttf",
            "29d12439831b7f59194efec85872f24f54eff05738933f9a860220d2abff88ba",
        ),
        "liberation_serif_bold": Source(
            LIBERATION,
            _TRUETYPE + "liberation2/LiberationSerif-Bold.ttf",
            "446a4421f297698427170fd7db20e59169a4188baaaf940e9bea58af6341a723",
        ),
        "unihan": Source(
            UNICODE,
            "./usr/share/unicode/Unihan_OtherMappings.txt.bz2",
            "bdeef44d75d914e793b7f27ddc3bee01b2d11dd34f4e52de1a9fba74a1612dc2",
        ),
    }
)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def fetch_sources(cache: Path) -> dict[str, Path]:
    """Return the path of every source file; packages whose files already stand in `cache` are not fetched again."""
    cache.mkdir(parents=True, exist_ok=True)
    for package in dict.fromkeys(source.package for source in SOURCES.values()):
        wanted = [source for source in SOURCES.values() if source.package == package]
        if not all((cache / source.file_name).is_file() for source in wanted):
            _extract(_CLIENTS[package.client](package, cache), wanted, cache)
    for source in SOURCES.values():
        _verify(source, cache / source.file_name)
    return {key: cache / source.file_name for key, source in SOURCES.items()}


def _verify(source: Source, path: Path) -> None:
    found = digest(path)
    if found != source.sha256:
        raise FontError(
            f"{path}: not the file this maker was written for\n"
            f"  package  {source.package}, {source.member}\n"
            f"  expected {source.sha256}\n  found    {found}\n"
            "  Delete it and run again; if the package changed, look at the new font, then pin it in tools/fonts/sources.py."
        )


def _run(command: list[str], folder: Path) -> str:
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        raise FontError(f"{command[0]} is needed to fetch the font packages and is not installed") from None
    if done.returncode:
        raise FontError(f"{' '.join(command)}: failed\n{done.stderr.strip()}")
    return done.stdout


def _npm(package: Package, cache: Path) -> bytes:
    printed = _run(["npm", "pack", "--silent", f"{package.name}@{package.version}"], cache)
    return _take(cache / printed.split()[-1])


def _apt(package: Package, cache: Path) -> bytes:
    _run(["apt-get", "download", f"{package.name}={package.version}"], cache)
    archives = sorted(cache.glob(f"{package.name}_*.deb"))
    if not archives:
        raise FontError(f"apt-get download left no archive of {package}")
    command = ["dpkg-deb", "--fsys-tarfile", archives[0].name]
    content = subprocess.run(command, cwd=cache, capture_output=True, check=True).stdout
    archives[0].unlink()
    return content


def _take(path: Path) -> bytes:
    content = path.read_bytes()
    path.unlink()
    return content


_CLIENTS: Mapping[str, Callable[[Package, Path], bytes]] = MappingProxyType({"npm": _npm, "apt": _apt})


def _extract(archive: bytes, wanted: list[Source], cache: Path) -> None:
    with tarfile.open(fileobj=io.BytesIO(archive)) as opened:
        for source in wanted:
            try:
                member = opened.extractfile(source.member)
            except KeyError:
                member = None
            if member is None:
                raise FontError(f"{source.package} has no file {source.member}")
            (cache / source.file_name).write_bytes(member.read())

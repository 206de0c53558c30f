"""The colour profile that the palettes' numbers are meant in."""

from gwr_docs.theme.faces import fonts_folder


def read_profile() -> bytes:
    """sRGB as an ICC profile of version 2, made by tools/make_profile.py. Raises FileNotFoundError if the installation lacks it."""
    return (fonts_folder().parent / "color" / "srgb.icc").read_bytes()

"""One PDF through the Typst wheel, in our fonts and no others: typst_leg.py SOURCE FONTS OUT."""

import importlib
import sys

typst = importlib.import_module("typst")
typst.compile(sys.argv[1], output=sys.argv[3], font_paths=[sys.argv[2]], ignore_system_fonts=True)

"""`python -m gwr_docs` for consoles on which the script folder is not on PATH."""

from gwr_docs.cli import main

main()

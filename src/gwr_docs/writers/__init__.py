"""Document, theme and fonts to bytes; the three writers do not know each other."""

"""Pure geometry: breaking lines and fitting text."""

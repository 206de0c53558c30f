"""How the direction of a change shows, on slides and in the summary alike: red up, green down (Chinese convention), and an arrow."""

ARROWS = {1: "▲", -1: "▼", 0: ""}
COLORS = {1: "up", -1: "down", 0: "grey"}  # palette roles

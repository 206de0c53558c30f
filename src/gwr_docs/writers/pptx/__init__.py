"""The deck as a PowerPoint file."""

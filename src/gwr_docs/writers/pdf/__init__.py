"""The PDF: ink to a tagged, archival file."""

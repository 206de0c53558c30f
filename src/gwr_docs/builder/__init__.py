"""Targets, the build itself and atomic output."""

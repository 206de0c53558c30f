"""Looks as data: styles by role, fonts with their widths and coverage."""

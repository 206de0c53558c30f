"""What each document says, free of any file format."""

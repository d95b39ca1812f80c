"""Text to lines: markup walked, its styles and scripts understood, every printed character kept."""

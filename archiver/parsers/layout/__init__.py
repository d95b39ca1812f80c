"""The lines of a page told apart: chrome, headline, information lines, masthead, content."""

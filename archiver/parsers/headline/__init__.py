"""The headline of a page: what ``<title>`` says, and the lines that print it."""

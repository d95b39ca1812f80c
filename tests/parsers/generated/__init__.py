"""Random bulletins with known answers, in many layouts, and how well they are read."""

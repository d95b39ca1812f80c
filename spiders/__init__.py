"""Which pages to ask for: one module per way that sites list their pages."""

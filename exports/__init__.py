"""What is handed out: one module a format, all fed by one ordered stream from the store."""

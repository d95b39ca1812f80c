"""The database: typed tables, migrations, and the few queries everything uses."""

"""Facts of known sites, one TOML file each."""

"""Scrapy's own commands, where ours must do more."""

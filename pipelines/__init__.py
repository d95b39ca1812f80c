"""What is done to every page after reading: pure steps, each with a thin Scrapy face."""

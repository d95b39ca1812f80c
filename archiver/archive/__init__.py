"""The evidence: WARC records, their index, and the crawl's cache made of them."""

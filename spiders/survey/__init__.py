"""Looking at a site before a crawl: what its profile should say, or still says."""

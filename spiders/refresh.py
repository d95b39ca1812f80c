"""Pages that lead on by themselves (``<meta http-equiv="refresh">``)."""

from scrapy import Request, Spider
from scrapy.downloadermiddlewares.redirect import MetaRefreshMiddleware
from scrapy.http import Response

from pipelines.answers import may_refresh


class MetaRefresh(MetaRefreshMiddleware):
    """Scrapy's own; but a page that says nothing of it is not decoded to find that out."""

    def process_response(
        self, request: Request, response: Response, spider: Spider | None = None
    ) -> Request | Response:
        """Follow it where it is."""
        if not may_refresh(response.body):
            return response
        return super().process_response(request, response, spider)

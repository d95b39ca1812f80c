"""The small bulletin site that ships with the project: content, pages, server, right answers.

宜黄县 is a real county, so that its codes resolve; everything else on the site (people, firms,
events, figures) is invented for this project.
"""

from archiver.demo.profile import demo_profile
from archiver.demo.server import DemoSite

__all__ = ["DemoSite", "demo_profile"]

"""The lines of a page told apart: chrome, headline, information lines, masthead, content.

``layout`` goes step by step: ``infolines`` (with ``labelbox``) finds what may be information lines,
``content`` the block that holds the content, ``heads`` (with ``issuehead``) what names the page,
``span`` (with ``letters``) where the block begins below that; ``trimming`` cuts it to its lines.
"""

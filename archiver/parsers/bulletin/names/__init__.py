"""Who is named: units and persons in a text (``names``), behind labels (``labelled``).

``contributors`` reads what one line says of who sent an article in, ``bylines`` which lines around
an article do.
"""

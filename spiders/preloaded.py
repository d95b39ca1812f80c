"""What readers are forked from: what the first page would have to load is loaded once, here."""

from archiver.chinese.places import gazetteer
from spiders import reading as reading

gazetteer(None)

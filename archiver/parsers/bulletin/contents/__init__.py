"""The 目录: ``toc`` finds it, ``end`` where it ends; its lines are ``items``, then ``entries``."""

"""Who is who across a story's articles: one entity for all its names."""

from crossread.resolve.resolver import NameResolver

__all__ = ["NameResolver"]

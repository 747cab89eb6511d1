"""Data that the rules stand on: lexicons, gazetteer, ontology, models; loaded by one typed loader."""

from crossread.resources.loader import read_table, read_terms, resource_path

__all__ = ["read_table", "read_terms", "resource_path"]

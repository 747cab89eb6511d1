"""The workbench: the report's pages, live over a store, and the JSON API."""

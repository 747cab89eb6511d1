"""Trains and measures what ranks the finds: which differences a careful reader would list."""

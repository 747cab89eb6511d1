"""How well articles are grouped: by event, and by who copies whom."""

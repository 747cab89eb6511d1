"""Training and measuring: commands of `python -m crossread.learn`. Nothing else imports this package."""

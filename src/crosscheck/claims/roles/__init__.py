"""Claims without a number: who fills a role, how it ended, whether it happened at all."""

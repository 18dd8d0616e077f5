"""Whose a value is, who holds a post, and who says so."""

"""Formulas bound to facts and solved together; clashes put in words."""

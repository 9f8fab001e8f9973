"""Syntax, catalog and types to analysed queries."""

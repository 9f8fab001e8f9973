"""Analysed queries to Python source text."""

# Generated from flash_core/database/introspect/__init__.py by `nox -s unasync`: edit that file.
"""What a live database contains, as statements that make the same again."""

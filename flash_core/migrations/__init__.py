"""Catalog by catalog to changes, and migration files on disk; talks to no server."""

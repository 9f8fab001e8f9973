"""What each extension of PostgreSQL brings; written by tools/dump_postgres.py."""

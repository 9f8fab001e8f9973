"""DDL to what a database contains."""

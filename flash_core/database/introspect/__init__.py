"""What a live database contains, as statements that make the same again."""

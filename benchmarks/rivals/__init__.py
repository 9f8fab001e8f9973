"""What else people write such queries with: one module a library, left out where it is missing."""

"""What Flash costs, measured: ``python -m benchmarks`` and ``python benchmarks/gen.py``."""

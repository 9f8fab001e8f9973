"""One SQL type system per engine: names, casts, operators, functions, resolution."""

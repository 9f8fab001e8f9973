"""The bare drivers, each alone and with a dataclass by hand: one module a driver."""

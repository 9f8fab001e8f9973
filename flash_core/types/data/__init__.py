"""Tables read from a real server by the scripts in ``tools``; see there for their form."""

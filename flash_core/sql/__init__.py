"""Text to syntax: reading query and schema files with the engines' own grammars."""

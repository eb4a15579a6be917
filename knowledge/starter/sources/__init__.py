"""The content (YAML) of the built documents and the code that lays it out."""

"""Lists of order lines as others hand them over: bytes in, lines and every fault out; no database."""

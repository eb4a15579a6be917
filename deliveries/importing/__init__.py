"""Lists of deliveries: what they would change, and how they are taken."""

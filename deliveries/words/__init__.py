"""Deliveries in words, German and English."""

"""The photo view with its boxes."""

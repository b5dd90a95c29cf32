"""The demonstration: an invented school, a phone full of photos, and every stage for real."""

"""Bytes to the upright picture and back: decoding in a process of its own, encoding, and the metadata that is left."""

"""The real program on a real X server, used from outside with the mouse and keys of that server."""

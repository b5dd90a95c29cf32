"""The window: the only place that knows Qt. Pages show domain objects and call one workflow per button."""

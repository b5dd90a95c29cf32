"""ClearPost: publish school photos so that nobody is shown who may not be."""

__version__ = "0.1.0"

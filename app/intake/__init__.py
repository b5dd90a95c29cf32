"""What is decided about a file before it may enter the vault. Pure functions over values."""

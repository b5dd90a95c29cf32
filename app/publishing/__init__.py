"""The Deputy Head's export: a folder ready to publish, whole or not there at all."""

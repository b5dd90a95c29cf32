"""The words every stage speaks: frozen values and pure rules, nothing that reads, writes or draws."""

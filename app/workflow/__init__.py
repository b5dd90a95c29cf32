"""One module per thing a user asks for; each joins stages with the register and the vault, and none knows the window."""

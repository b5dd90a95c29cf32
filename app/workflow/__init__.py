"""One module per thing a user asks for: stages joined with the register and the vault; none knows the window."""

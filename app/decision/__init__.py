"""Who and what may be shown where: pure functions from facts and the register to treatments with reasons."""

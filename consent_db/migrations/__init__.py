"""Steps from one released register to the next; a released step is never edited."""

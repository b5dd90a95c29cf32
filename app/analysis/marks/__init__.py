"""School marks: learn a crest from a few pictures of it, and find it again in photos. Plain arithmetic alone."""

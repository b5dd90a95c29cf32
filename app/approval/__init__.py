"""The Headteacher's yes: what exactly it was given to, who may give it, and when it falls."""

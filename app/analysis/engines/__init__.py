"""One adapter per library; nobody else imports that library. Libraries load when an engine is built in its process."""

"""The register and the records: SQLAlchemy Core over an encrypted SQLite file; the same schema for PostgreSQL."""

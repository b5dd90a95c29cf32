"""Papers for people outside the program: PDF files with tables, pictures and charts."""

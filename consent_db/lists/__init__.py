"""The lists schools export: pupils and consents as CSV, as a spreadsheet, or pasted.

Bytes become a table of text, a table becomes rows with named fields. Dates and answers are read strictly: what could be
two things is refused, never guessed. What a row means for the register is left to others.
"""

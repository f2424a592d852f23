"""Authorities, schools, governing bodies and who serves on them; the import of the register."""

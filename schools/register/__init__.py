"""The import of the official download of the register of schools of England."""

"""Papers: typed blocks, the Word files made from them, and their wording."""

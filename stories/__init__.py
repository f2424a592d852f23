"""Cases as scripts: plays a story through the same actions as the pages, and exports a case."""

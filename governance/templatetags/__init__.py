"""Tags for the pages of a headship."""

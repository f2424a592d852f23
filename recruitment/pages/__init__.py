"""What the pages of a headship show, worked out before a template sees it."""

"""Stories: how they are read, played, listed and written out."""

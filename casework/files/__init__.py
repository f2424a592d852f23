"""Kinds of files that people send: whether one is sound, and what is in it. No database here."""

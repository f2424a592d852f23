"""Tests of schools, governing bodies and the import of the register."""

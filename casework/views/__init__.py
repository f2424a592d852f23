"""The pages that every kind of case has."""

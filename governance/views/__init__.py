"""The views of performance management."""

"""The pages of performance management."""

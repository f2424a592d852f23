"""Migrations of performance management."""

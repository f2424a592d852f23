"""Advice to governors. The head's performance management will come here, on the same casework."""

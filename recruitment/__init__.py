"""One headship, from vacancy to appointment."""

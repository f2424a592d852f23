"""The papers of a case as people handle them: who may, what is refused, forms and pages."""

"""The checklist and what the answers say back."""

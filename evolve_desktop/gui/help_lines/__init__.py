"""Help lines by country, and the person's own contacts."""

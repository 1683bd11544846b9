"""What is printed: documents as values, their plain text, and their layout as PDF and SVG."""

"""What is printed: documents as words, and the words as PDF and SVG."""

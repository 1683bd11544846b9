"""What is printed: the page as words, and the words as PDF and SVG."""

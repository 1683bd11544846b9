"""The red flags: the lines, their next steps, and reference lists."""

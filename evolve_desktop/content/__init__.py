"""The content pack: the article, the checklist, the red flags, the help lines and every word of advice."""

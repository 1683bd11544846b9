"""The article, with its find bar."""

"""The person's side: replies, notes and picks as frozen values, and the pure functions that read them."""

"""What the person says: replies, notes and picks as frozen values, and what follows from them."""

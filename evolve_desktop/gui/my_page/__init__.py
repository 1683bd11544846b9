"""My page: its form, its preview, and printing, saving and copying it."""

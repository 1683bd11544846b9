"""What a person sees of keeping: to begin, to unlock, to change the passphrase, to copy, to erase."""

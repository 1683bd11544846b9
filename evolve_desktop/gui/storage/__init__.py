"""The pages of the vault: create it, unlock it, change its passphrase, back it up, erase it."""

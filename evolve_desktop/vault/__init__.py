"""The vault: the diary's JSON, its encrypted file, the backups of that file, and exports."""

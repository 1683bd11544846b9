"""The checklist and the reflection on the answers."""

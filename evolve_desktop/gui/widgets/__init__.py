"""Widgets that several features share; they know no domain."""

"""Pages that were looked at and found right: whoever changes them looks again.

``python -m tests.golden`` writes them anew; the difference that git shows is what changed.
"""

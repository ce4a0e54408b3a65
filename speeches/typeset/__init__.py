"""Pages: a document and an edition become pages of finished lines.

Everything that shows pages (the screen, the PDF) paints these lines and decides nothing itself.
"""

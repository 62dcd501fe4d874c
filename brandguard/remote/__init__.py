"""Libraries that lie elsewhere: buckets and shares behind fsspec, listed and read, never written.

A room below both those who list (walk) and those who read (workers): siblings may not import each
other, and both must know the same addresses.
"""

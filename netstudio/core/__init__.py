"""What a network, a project and a document are, as plain values.

Standard library only: no Qt, no torch, no numpy.
"""

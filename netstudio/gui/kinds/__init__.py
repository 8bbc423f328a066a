"""How samples of each kind of content are shown, wherever that is.

Each kind has one ``SampleView`` (``contract``), made known in ``registry.VIEWS``:

- ``glance`` takes from a record, in the background, the little that its tile or line is painted
  from; ``paint`` paints it, on the window's thread, whenever Qt asks.
- ``words`` is the text in which a search looks.
- ``look`` prepares, in the background, all that the sample's large view shows; ``detail`` makes the
  widget that shows it.
- ``charts`` are the figures of this kind beside those that all kinds share.
"""

"""Well-known data sets that are downloaded on request, in torchvision's layout."""

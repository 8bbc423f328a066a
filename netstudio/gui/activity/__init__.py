"""Problems, the log and earlier runs."""

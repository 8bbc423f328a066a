"""A run's figures as TensorBoard reads them; TensorBoard itself need not be installed."""

"""How training samples are varied: whole batches on the device, chance drawn for each sample."""

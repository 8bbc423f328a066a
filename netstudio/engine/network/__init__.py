"""From the layer stack to a module: lowering, analysis and building."""

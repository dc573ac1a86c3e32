"""Who asks: the limiter of the whole site. Below all other packages, so that every doorway can ask it."""

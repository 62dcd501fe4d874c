"""How near a creative lies to the approved ones: learned looks, voices and their thresholds."""

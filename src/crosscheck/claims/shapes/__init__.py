"""Values that the shape of their sentence tells: ages, tallies, seats of a body, bounds, ranks."""

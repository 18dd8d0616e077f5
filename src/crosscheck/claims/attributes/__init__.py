"""Which concept a value is about, and which value a mention stands for."""

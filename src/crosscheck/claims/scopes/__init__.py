"""What narrows a claim, and how it is meant: part, place, moment, modality."""

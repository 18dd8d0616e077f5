"""Which findings of a report the gate counts: by code, by decision, by baseline, by change. Opens nothing."""

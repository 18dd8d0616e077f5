"""Words held against figures: majorities, margins, results, records, extents. Shared by the rules that judge words."""

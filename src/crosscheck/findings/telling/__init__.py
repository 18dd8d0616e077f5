"""How values, sides and slips are told. Reads facts and claims; knows no rule."""

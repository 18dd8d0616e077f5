"""What figures of sentences make together: parts, sums, shares, rates, changes. Shared by the rules that reckon."""

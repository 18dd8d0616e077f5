"""The ground floor: exact numbers, intervals, the calendar. Knows no text and no language."""

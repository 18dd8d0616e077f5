"""What each document tells of the same, sentence by sentence, before any rule looks at it."""

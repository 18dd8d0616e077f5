"""What a sentence holds, before anything is read from it: tokens, phrases, cues, names, segments, dates."""

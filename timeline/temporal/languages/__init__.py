"""One folder a language: its words, its rules, its cues of tense."""

package dev.surprisal.content;

/** A wrong number that learners arrive at, and what to say to those who did. */
public record WrongValue(double value, String feedbackHtml, SourcePosition position) {}

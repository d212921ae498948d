package dev.surprisal.content;

import dev.surprisal.expression.Expression;

/** A wrong number that learners arrive at, and what to say to those who did. */
public record WrongValue(Expression value, Wording feedback, SourcePosition position) {}

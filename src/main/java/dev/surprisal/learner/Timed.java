package dev.surprisal.learner;

import java.time.Instant;

/** An event and when it happened. */
public record Timed(Instant at, Event event) {}

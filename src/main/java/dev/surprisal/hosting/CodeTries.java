package dev.surprisal.hosting;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Slows down whoever guesses the code that one device shows and another types in; apart from the tries of those who sign in. */
@Component
public class CodeTries {
    private final Tries tries;

    CodeTries(Clock clock) {
        tries = new Tries(clock);
    }

    /** Takes a try before it is looked at; how long to wait where there is none left. */
    public Optional<Duration> take(String address) {
        return tries.take(address);
    }

    /** The try was right, and does not count. */
    public void giveBack(String address) {
        tries.giveBack(address);
    }
}

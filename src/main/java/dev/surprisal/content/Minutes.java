package dev.surprisal.content;

/** The time a lesson takes, in minutes: to read it, and to practise. */
public record Minutes(int read, int practice) {

    /** A working day: beyond it, somebody mistyped. */
    static final int MOST = 480;

    public Minutes {
        if (read < 0 || practice < 0 || read > MOST || practice > MOST) {
            throw new IllegalArgumentException(
                    "minutes must be 0 to " + MOST + ", got read " + read + ", practice " + practice);
        }
    }
}

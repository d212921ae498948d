package dev.surprisal.browser.bits;

import org.teavm.jso.JSExport;

/** What the browser's side of the comparison offers to {@code EqualBitsIT}. */
public final class CompiledFunctions {
    private CompiledFunctions() {}

    /** What the compiler starts from; there is nothing to start. */
    public static void main(String[] args) {}

    @JSExport
    public static int[] hashes(String name, int share) {
        return SeededFunctions.named(name).hashes(share);
    }

    @JSExport
    public static String[] lines(String name, int block) {
        return SeededFunctions.named(name).lines(block).toArray(new String[0]);
    }

    /** A value of the reference table: its raw bits. */
    @JSExport
    public static String bits(String quantity, String inputs) {
        return SeededFunctions.bits(quantity, inputs);
    }

    /** Works a function out so many times, for whoever holds the watch. */
    @JSExport
    public static double run(String name, int rounds) {
        return TimedFunctions.run(name, rounds);
    }
}

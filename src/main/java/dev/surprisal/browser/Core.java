package dev.surprisal.browser;

import org.teavm.jso.JSExport;

public final class Core {
    private Core() {}

    @JSExport
    public static String compute(String kind, String state) {
        return kind + state + Math.sqrt(2) + (0.1 + 0.2);
    }

    public static void main(String[] args) {}
}

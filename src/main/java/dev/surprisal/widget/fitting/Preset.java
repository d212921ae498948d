package dev.surprisal.widget.fitting;

import java.util.List;

/** A target with a name. */
record Preset(String name, String label, Modes target) {

    private static final double THIRD = 1.0 / 3;

    private static final List<Preset> ALL = List.of(
            new Preset("T1", "Two narrow modes, far apart", Modes.of(0.5, -2, 0.5, 0.5, 2, 0.5)),
            new Preset("T2", "Two wide modes", Modes.of(0.5, -2, 1, 0.5, 2, 1)),
            new Preset("T3", "A heavy mode and a light one", Modes.of(0.7, -2, 0.5, 0.3, 2, 0.5)),
            new Preset("T4", "A very light second mode", Modes.of(0.9, -2, 0.5, 0.1, 2, 0.5)),
            new Preset("T5", "A narrow mode and a wide one", Modes.of(0.5, -2, 0.3, 0.5, 2, 1)),
            new Preset("T6", "Two modes, nearer", Modes.of(0.5, -1, 0.5, 0.5, 1, 0.5)),
            new Preset("T7", "Two that make one hump", Modes.of(0.5, -1, 1, 0.5, 1, 1)),
            new Preset("T8", "Two, hardly to be told apart", Modes.of(0.5, -0.5, 1, 0.5, 0.5, 1)),
            new Preset("T9", "Two modes, very far apart", Modes.of(0.5, -4, 0.5, 0.5, 4, 0.5)),
            new Preset("T10", "Three equal modes", Modes.of(THIRD, -3, 0.5, THIRD, 0, 0.5, THIRD, 3, 0.5)),
            new Preset("T11", "A wide mode with a shoulder", Modes.of(0.6, 0, 1, 0.4, 3, 0.5)),
            new Preset("T12", "Two modes, a wide fit nearly as good", Modes.of(0.5, -2, 0.7, 0.5, 2, 0.7)),
            new Preset("T13", "Three unequal modes", Modes.of(0.2, -4, 0.6, 0.5, 0, 1, 0.3, 3, 0.4)),
            new Preset("T14", "One normal: a perfect fit exists", Modes.of(1, 1.5, 0.8)));

    static List<Preset> all() {
        return ALL;
    }
}

package dev.surprisal.widget;

/**
 * A number with its name.
 *
 * @param label how it is written, such as {@code KL(*p* ‖ *q*)}
 * @param name how it is called, such as "forward KL"
 * @param remark what follows the number: its unit, or why it is infinite; empty for a pure number
 * @param whole whether it counts something, and so is written without decimal places
 */
public record Readout(String label, String name, double value, String remark, Role role, boolean whole) {

    public Readout(String label, String name, double value, String remark, Role role) {
        this(label, name, value, remark, role, false);
    }

    /** How many of something there are. */
    public static Readout count(String label, String name, int value, Role role) {
        return new Readout(label, name, value, "", role, true);
    }
}

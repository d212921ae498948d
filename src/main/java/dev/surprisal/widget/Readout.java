package dev.surprisal.widget;

/**
 * A number with its name.
 *
 * @param label how it is written, such as {@code KL(*p* ‖ *q*)}
 * @param name how it is called, such as "forward KL"
 * @param remark what follows the number: its unit, or why it is infinite; empty for a pure number
 */
public record Readout(String label, String name, double value, String remark, Role role) {}

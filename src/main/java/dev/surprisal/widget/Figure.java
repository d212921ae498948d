package dev.surprisal.widget;

/**
 * A further picture, below the controls.
 *
 * @param name the part of the widget that shows it, such as {@code plane-reverse}
 */
public record Figure(String name, Picture picture) {}

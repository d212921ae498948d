@NullMarked
package dev.surprisal.widget.sampling;

import org.jspecify.annotations.NullMarked;

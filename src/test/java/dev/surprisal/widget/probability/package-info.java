@NullMarked
package dev.surprisal.widget.probability;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.surprisal.widget.estimation;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.surprisal.widget.fitting;

import org.jspecify.annotations.NullMarked;

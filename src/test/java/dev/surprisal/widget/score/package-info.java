@NullMarked
package dev.surprisal.widget.score;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.surprisal.widget.information;

import org.jspecify.annotations.NullMarked;

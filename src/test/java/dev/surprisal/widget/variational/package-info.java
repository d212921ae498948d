@NullMarked
package dev.surprisal.widget.variational;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.surprisal;

import org.jspecify.annotations.NullMarked;

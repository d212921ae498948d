@NullMarked
package dev.surprisal.hosting;

import org.jspecify.annotations.NullMarked;

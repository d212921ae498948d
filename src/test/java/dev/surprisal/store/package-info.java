@NullMarked
package dev.surprisal.store;

import org.jspecify.annotations.NullMarked;

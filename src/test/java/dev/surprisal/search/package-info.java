@NullMarked
package dev.surprisal.search;

import org.jspecify.annotations.NullMarked;

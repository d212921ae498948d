@NullMarked
package dev.surprisal.site;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.surprisal.audit;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.surprisal.learner;

import org.jspecify.annotations.NullMarked;

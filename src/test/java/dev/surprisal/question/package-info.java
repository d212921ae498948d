@NullMarked
package dev.surprisal.question;

import org.jspecify.annotations.NullMarked;

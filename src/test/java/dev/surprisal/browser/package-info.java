@NullMarked
package dev.surprisal.browser;

import org.jspecify.annotations.NullMarked;

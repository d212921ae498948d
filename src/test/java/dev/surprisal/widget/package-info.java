@NullMarked
package dev.surprisal.widget;

import org.jspecify.annotations.NullMarked;

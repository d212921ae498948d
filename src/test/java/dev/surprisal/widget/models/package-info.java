@NullMarked
package dev.surprisal.widget.models;

import org.jspecify.annotations.NullMarked;

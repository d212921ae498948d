@NullMarked
package dev.surprisal.chart;

import org.jspecify.annotations.NullMarked;

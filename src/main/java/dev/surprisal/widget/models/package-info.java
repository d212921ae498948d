/**
 * The widgets on families of generative models and on what they report. Start with {@link dev.surprisal.widget.models.FamilyMap}.
 */
@NullMarked
package dev.surprisal.widget.models;

import org.jspecify.annotations.NullMarked;

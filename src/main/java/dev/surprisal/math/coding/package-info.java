/**
 * Codes: how many bits a distribution's outcomes cost, with Shannon's lengths, Huffman's code and their words.
 *
 * <p>Lengths are in bits, entropies of {@code math.information} in nats. May use {@code math}. Start with
 * {@link dev.surprisal.math.coding.CodeLength} for lengths alone; {@link dev.surprisal.math.coding.PrefixCode} has words,
 * {@link dev.surprisal.math.coding.Huffman} how they come about.
 */
@NullMarked
package dev.surprisal.math.coding;

import org.jspecify.annotations.NullMarked;

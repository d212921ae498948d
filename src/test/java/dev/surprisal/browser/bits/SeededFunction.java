package dev.surprisal.browser.bits;

import java.util.ArrayList;
import java.util.List;

/** A function and on how many inputs it is compared, in blocks of which each has its own seed. */
record SeededFunction(String name, int inputs, Evaluation evaluation) {
    private static final int BLOCK = 100;

    /** The fewest that are compared when only a share is. */
    private static final int FEWEST = 50;

    /** An elementary, special or closed-form function. */
    static SeededFunction closed(String name, Evaluation evaluation) {
        return new SeededFunction(name, 100_000, evaluation);
    }

    /** A conversion to text or back. */
    static SeededFunction text(String name, Evaluation evaluation) {
        return new SeededFunction(name, 10_000, evaluation);
    }

    /** A quadrature, a sum over very many outcomes, a search. */
    static SeededFunction quadrature(String name, Evaluation evaluation) {
        return new SeededFunction(name, 2000, evaluation);
    }

    /** A fit or a descent. */
    static SeededFunction fit(String name, Evaluation evaluation) {
        return new SeededFunction(name, 50, evaluation);
    }

    /** Draws inputs, evaluates, and hands over what comes out. */
    interface Evaluation {
        void evaluate(SeededInputs inputs, Results results);
    }

    /** One hash a block, over all inputs or the first {@code 1/share} of them. */
    int[] hashes(int share) {
        int count = Math.min(inputs, Math.max(FEWEST, inputs / share));
        var hashes = new int[(count + BLOCK - 1) / BLOCK];
        for (int block = 0; block < hashes.length; block++) {
            var results = new Results(false);
            var seeded = inputsOf(block);
            for (int i = 0; i < size(block); i++) {
                evaluate(seeded, results);
                seeded.forget();
            }
            hashes[block] = results.hash();
        }
        return hashes;
    }

    /** Inputs and results of a block, a line each. */
    List<String> lines(int block) {
        var lines = new ArrayList<String>();
        var seeded = inputsOf(block);
        for (int i = 0; i < size(block); i++) {
            var results = new Results(true);
            evaluate(seeded, results);
            lines.add(name + " of" + seeded.text() + " =" + results.text());
            seeded.forget();
        }
        return lines;
    }

    private int size(int block) {
        return Math.min(BLOCK, inputs - block * BLOCK);
    }

    private SeededInputs inputsOf(int block) {
        return new SeededInputs(name.hashCode() * 31 + block);
    }

    /** To refuse an input is a result too. */
    private void evaluate(SeededInputs seeded, Results results) {
        try {
            evaluation.evaluate(seeded, results);
        } catch (IllegalArgumentException e) {
            results.add("refused");
        }
    }
}

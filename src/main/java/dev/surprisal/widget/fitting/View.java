package dev.surprisal.widget.fitting;

import java.util.List;

/** What is shown of a target: always two things side by side, the left one from the forward KL. */
sealed interface View {

    /** The words by which content and states name the views. */
    List<String> WORDS = List.of("directions", "between", "sample");

    int LEAST_SIZE = 2;
    int MOST_SIZE = 500;
    int MOST_NUMBER = 9999;

    String word();

    /** What a survey finds out is the same for all views with the same ground. */
    View ground();

    /** The fits by forward and by reverse KL. */
    record Directions() implements View {
        @Override
        public String word() {
            return WORDS.get(0);
        }

        @Override
        public View ground() {
            return this;
        }
    }

    /**
     * The fits by the divergence that leads from one direction to the other, coming from either end.
     *
     * @param alpha 0 is the reverse KL, 1 the forward one
     */
    record Between(double alpha) implements View {
        public Between {
            if (!(alpha >= 0 && alpha <= 1) || 1 / alpha < 0) {
                throw new IllegalArgumentException("alpha lies between 0 and 1");
            }
        }

        @Override
        public String word() {
            return WORDS.get(1);
        }

        @Override
        public View ground() {
            return new Between(0);
        }
    }

    /**
     * The forward KL from the target, beside its estimate from so many points of the target.
     *
     * @param number which of the samples; the same number draws the same points
     */
    record Sample(int size, int number) implements View {
        public Sample {
            if (!(size >= LEAST_SIZE && size <= MOST_SIZE)) {
                throw new IllegalArgumentException("a sample has 2 to 500 points");
            }
            if (!(number >= 1 && number <= MOST_NUMBER)) {
                throw new IllegalArgumentException("samples are numbered from 1 to 9999");
            }
        }

        @Override
        public String word() {
            return WORDS.get(2);
        }

        @Override
        public View ground() {
            return this;
        }

        Sample next() {
            return new Sample(size, number < MOST_NUMBER ? number + 1 : 1);
        }
    }

    /** As it is when it is chosen. */
    static View named(String word) {
        return switch (word) {
            case "directions" -> new Directions();
            case "between" -> new Between(0.5);
            case "sample" -> new Sample(20, 1);
            default -> throw new IllegalArgumentException("show must be directions, between or sample, got " + word);
        };
    }
}

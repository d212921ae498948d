package dev.surprisal.widget;

import java.util.ArrayList;
import java.util.List;

/** What a state shows. */
public sealed interface Outcome {

    /**
     * @param headline the numbers that matter most
     * @param readouts the others
     * @param words the result in sentences that state the numbers
     * @param notes what needs an explanation in this state
     * @param spoken the result in one short sentence for those who listen
     */
    record Result(
            List<Readout> headline,
            List<Readout> readouts,
            Picture picture,
            Table table,
            String words,
            List<String> notes,
            String spoken)
            implements Outcome {
        public Result {
            headline = List.copyOf(headline);
            readouts = List.copyOf(readouts);
            notes = List.copyOf(notes);
        }

        Result withPicture(Picture other) {
            return new Result(headline, readouts, other, table, words, notes, spoken);
        }

        /** Every number of this result in a fixed order: what must be the same to the bit wherever it is computed. */
        public double[] numbers() {
            var numbers = new ArrayList<Double>();
            headline.forEach(readout -> numbers.add(readout.value()));
            readouts.forEach(readout -> numbers.add(readout.value()));
            picture.addNumbersTo(numbers);
            table.addNumbersTo(numbers);
            var array = new double[numbers.size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = numbers.get(i);
            }
            return array;
        }
    }

    /** This state has no result until its problems are mended. */
    record Invalid(List<Problem> problems) implements Outcome {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /**
     * @param group the name of the group of controls that it is about
     * @param message what is wrong with which value
     * @param mends buttons that would mend it
     */
    record Problem(String group, String message, List<Controls.Action> mends) {
        public Problem {
            mends = List.copyOf(mends);
        }
    }
}

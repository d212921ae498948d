package dev.surprisal.widget;

import java.util.ArrayList;
import java.util.List;

/** What a state shows. */
public sealed interface Outcome {

    /** The same, its pictures on the axes of those of another one: they must not move while a finger is on them. */
    default Outcome onAxesOf(Outcome other) {
        return this instanceof Result result && other instanceof Result first ? result.onAxesOf(first) : this;
    }

    /**
     * @param headline the numbers that matter most
     * @param readouts the others
     * @param words the result in sentences that state the numbers
     * @param notes what needs an explanation in this state
     * @param spoken the result in one short sentence for those who listen
     * @param figures further pictures
     * @param settled whether words and table are about this state; otherwise they wait for a survey, and the last ones stay
     */
    record Result(
            List<Readout> headline,
            List<Readout> readouts,
            Picture picture,
            Table table,
            String words,
            List<String> notes,
            String spoken,
            List<Figure> figures,
            boolean settled)
            implements Outcome {
        public Result {
            headline = List.copyOf(headline);
            readouts = List.copyOf(readouts);
            notes = List.copyOf(notes);
            figures = List.copyOf(figures);
        }

        /** A result that needs no survey and has one picture. */
        public Result(
                List<Readout> headline,
                List<Readout> readouts,
                Picture picture,
                Table table,
                String words,
                List<String> notes,
                String spoken) {
            this(headline, readouts, picture, table, words, notes, spoken, List.of(), true);
        }

        private Result onAxesOf(Result other) {
            var held = new ArrayList<Figure>();
            for (Figure figure : figures) {
                Picture drawn = figure.picture();
                for (Figure before : other.figures) {
                    drawn = before.name().equals(figure.name()) ? drawn.onAxesOf(before.picture()) : drawn;
                }
                held.add(new Figure(figure.name(), drawn));
            }
            return new Result(
                    headline, readouts, picture.onAxesOf(other.picture), table, words, notes, spoken, held, settled);
        }

        /** Appends every number of this result, in a fixed order. */
        void addNumbersTo(List<Double> numbers) {
            headline.forEach(readout -> numbers.add(readout.value()));
            readouts.forEach(readout -> numbers.add(readout.value()));
            picture.addNumbersTo(numbers);
            figures.forEach(figure -> figure.picture().addNumbersTo(numbers));
            table.addNumbersTo(numbers);
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

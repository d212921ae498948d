package dev.surprisal.widget;

import dev.surprisal.math.Decimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of a state: a version and fields, separated by tildes; numbers within a field by underscores, each in the
 * shortest form that reads back to the same bits. All of it may stand in an address unescaped: {@code 1~nats~0.5_0.5}.
 */
public final class StateText {

    /** Far above any state of ours; what is longer is not looked at. */
    private static final int LONGEST = 4000;

    private StateText() {}

    public static final class Writer {
        private final StringBuilder out;

        /** @param version counts up when the fields change their meaning */
        public Writer(int version) {
            out = new StringBuilder().append(version);
        }

        public Writer word(String word) {
            out.append('~').append(word);
            return this;
        }

        public Writer numbers(List<Double> numbers) {
            char separator = '~';
            for (double number : numbers) {
                out.append(separator).append(Decimal.shortest(number));
                separator = '_';
            }
            return this;
        }

        @Override
        public String toString() {
            return out.toString();
        }
    }

    /** Reads the fields in their order; throws an {@link IllegalArgumentException} for what the writer never wrote. */
    public static final class Reader {
        private final List<String> fields;
        private int next = 1;

        public Reader(String text, int version) {
            if (text.length() > LONGEST) {
                throw unreadable("it is too long");
            }
            fields = split(text, '~');
            if (!fields.getFirst().equals(Integer.toString(version))) {
                throw unreadable("it is not of version " + version);
            }
        }

        public String word() {
            if (next == fields.size()) {
                throw unreadable("it ends too early");
            }
            return fields.get(next++);
        }

        public List<Double> numbers() {
            var numbers = new ArrayList<Double>();
            for (String number : split(word(), '_')) {
                numbers.add(number(number));
            }
            return numbers;
        }

        /** A field of exactly so many numbers. */
        public List<Double> numbers(int count) {
            List<Double> numbers = numbers();
            if (numbers.size() != count) {
                throw unreadable("a field has too many numbers or too few");
            }
            return numbers;
        }

        /** Whether nothing follows. */
        public boolean isAtEnd() {
            return next == fields.size();
        }

        /** To be called last: nothing may follow. */
        public void end() {
            if (next != fields.size()) {
                throw unreadable("something follows its end");
            }
        }

        private static double number(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if ("0123456789.-e".indexOf(c) < 0) {
                    throw unreadable("it has no number where one belongs");
                }
            }
            try {
                return Decimal.parse(text);
            } catch (NumberFormatException e) {
                throw unreadable("it has no number where one belongs");
            }
        }

        private static List<String> split(String text, char separator) {
            var parts = new ArrayList<String>();
            int from = 0;
            for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
                parts.add(text.substring(from, at));
                from = at + 1;
            }
            parts.add(text.substring(from));
            return parts;
        }

        private static IllegalArgumentException unreadable(String why) {
            return new IllegalArgumentException("this is not the text of a state: " + why);
        }
    }
}

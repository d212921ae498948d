package dev.surprisal.math.reference;

import dev.surprisal.math.Decimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The named inputs of a reference value, from a flat JSON object of numbers, texts, lists and tables of numbers. */
public final class Inputs {

    private final Map<String, Object> values;

    private Inputs(Map<String, Object> values) {
        this.values = values;
    }

    public static Inputs parse(String json) {
        Reader reader = new Reader(json);
        Inputs inputs = new Inputs(reader.object());
        reader.end();
        return inputs;
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public double number(String name) {
        return (Double) find(name);
    }

    public int whole(String name) {
        double number = number(name);
        if (number != Math.floor(number)) {
            throw new IllegalArgumentException(name + " must be a whole number, got " + number);
        }
        return (int) number;
    }

    public String text(String name) {
        return (String) find(name);
    }

    public double[] numbers(String name) {
        return asNumbers((List<?>) find(name));
    }

    public double[][] table(String name) {
        return ((List<?>) find(name))
                .stream().map(row -> asNumbers((List<?>) row)).toArray(double[][]::new);
    }

    private Object find(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no input " + name + " among " + values.keySet());
        }
        return value;
    }

    private static double[] asNumbers(List<?> list) {
        return list.stream().mapToDouble(x -> (Double) x).toArray();
    }

    private static final class Reader {
        private final String json;
        private int at;

        Reader(String json) {
            this.json = json;
        }

        Map<String, Object> object() {
            Map<String, Object> result = new LinkedHashMap<>();
            expect('{');
            while (peek() != '}') {
                String name = string();
                expect(':');
                result.put(name, value());
                if (peek() != '}') {
                    expect(',');
                }
            }
            expect('}');
            return result;
        }

        private Object value() {
            return switch (peek()) {
                case '"' -> string();
                case '[' -> list();
                default -> number();
            };
        }

        private List<Object> list() {
            List<Object> result = new ArrayList<>();
            expect('[');
            while (peek() != ']') {
                result.add(value());
                if (peek() != ']') {
                    expect(',');
                }
            }
            expect(']');
            return result;
        }

        private String string() {
            expect('"');
            int end = json.indexOf('"', at);
            String text = json.substring(at, end);
            at = end + 1;
            return text;
        }

        private Double number() {
            int start = at;
            while (at < json.length() && ",]} ".indexOf(json.charAt(at)) < 0) {
                at++;
            }
            return Decimal.parse(json.substring(start, at));
        }

        private char peek() {
            while (at < json.length() && json.charAt(at) == ' ') {
                at++;
            }
            if (at == json.length()) {
                throw new IllegalArgumentException("unexpected end of " + json);
            }
            return json.charAt(at);
        }

        private void expect(char c) {
            if (peek() != c) {
                throw new IllegalArgumentException("expected " + c + " at " + at + " of " + json);
            }
            at++;
        }

        void end() {
            if (!json.substring(at).isBlank()) {
                throw new IllegalArgumentException("unexpected text at " + at + " of " + json);
            }
        }
    }
}

package dev.surprisal.export;

import dev.surprisal.export.QuestionBank.Form;
import dev.surprisal.export.QuestionBank.Item;
import dev.surprisal.export.QuestionBank.Value;
import java.util.List;

/** The items as GIFT, which nearly every platform reads. What it cannot say of an item, such as several gaps, is left to the other format. */
public final class Gift {

    private Gift() {}

    public static String of(QuestionBank bank) {
        var out = new StringBuilder("// GIFT, UTF-8\n\n");
        String category = "";
        for (Item item : bank.items()) {
            if (!item.category().equals(category)) {
                category = item.category();
                out.append("$CATEGORY: ")
                        .append(category.replace("/", "//").replace("\n", " "))
                        .append("\n\n");
            }
            if (!(item.form() instanceof Form.Gaps(var values)) || values.size() == 1) {
                out.append(item(item)).append("\n\n");
            }
        }
        return out.toString();
    }

    private static String item(Item item) {
        String head = "::" + escaped(item.name()) + "::[html]";
        String general = item.solution().isEmpty() ? "" : "####" + escaped(item.solution());
        return switch (item.form()) {
            case Form.Gaps(var values) -> {
                String gap = QuestionBank.GAP + "0";
                int at = item.text().indexOf(gap);
                yield head + escaped(item.text().substring(0, at)) + " {#" + number(values.getFirst()) + "} "
                        + escaped(item.text().substring(at + gap.length()));
            }
            case Form.Choice choice -> head + escaped(item.text()) + "{\n" + options(choice) + general + "}";
            case Form.Numerical(var unit, var values) ->
                head + escaped(item.text() + MoodleXml.named(unit)) + "{#\n" + numbers(values) + general + "}";
            case Form.Matching(var pairs) -> {
                var out = new StringBuilder(head + escaped(item.text()) + "{\n");
                // The right sides are plain text: no format allows more
                pairs.forEach(pair -> out.append("=")
                        .append(escaped(pair.left()))
                        .append(" -> ")
                        .append(escaped(MoodleXml.plain(pair.right())))
                        .append('\n'));
                yield out + general + "}";
            }
            case Form.Essay(var model) ->
                head + escaped(item.text()) + "{" + (model.isEmpty() ? "" : "####" + escaped(model)) + "}";
        };
    }

    private static String options(Form.Choice choice) {
        var out = new StringBuilder();
        long right =
                choice.options().stream().filter(QuestionBank.Chosen::right).count();
        long wrong = choice.options().size() - right;
        for (QuestionBank.Chosen option : choice.options()) {
            String mark;
            if (choice.several()) {
                mark = option.right() ? "~%" + share(right) + "%" : "~%-" + share(wrong) + "%";
            } else {
                mark = option.right() ? "=" : "~";
            }
            out.append(mark).append(escaped(option.text()));
            if (!option.feedback().isEmpty()) {
                out.append("#").append(escaped(option.feedback()));
            }
            out.append('\n');
        }
        return out.toString();
    }

    /** A part of the whole, as one of the shares that platforms know. */
    static String share(long count) {
        return switch ((int) count) {
            case 1 -> "100";
            case 2 -> "50";
            case 3 -> "33.33333";
            case 4 -> "25";
            case 5 -> "20";
            case 6 -> "16.66667";
            case 7 -> "14.28571";
            case 8 -> "12.5";
            case 9 -> "11.11111";
            default -> "10";
        };
    }

    private static String numbers(List<Value> values) {
        var out = new StringBuilder();
        for (Value value : values) {
            out.append(value.right() ? "=" : "=%0%").append(number(value));
            if (!value.feedback().isEmpty()) {
                out.append("#").append(escaped(value.feedback()));
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static String number(Value value) {
        return value.number().toPlainString() + ":" + value.tolerance().toPlainString();
    }

    /** The signs that mean something stand behind a backslash, and the backslash itself too; a line end is {@code \n}. */
    static String escaped(String text) {
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("\\~=#{}:".indexOf(c) >= 0) {
                out.append('\\').append(c);
            } else if (c == '\n') {
                out.append("\\n");
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}

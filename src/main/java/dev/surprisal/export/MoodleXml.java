package dev.surprisal.export;

import dev.surprisal.export.QuestionBank.Form;
import dev.surprisal.export.QuestionBank.Item;
import dev.surprisal.export.QuestionBank.Value;
import java.util.List;
import org.jsoup.Jsoup;

/** The items as Moodle XML. */
public final class MoodleXml {

    private MoodleXml() {}

    public static String of(QuestionBank bank) {
        var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n");
        String category = "";
        for (Item item : bank.items()) {
            if (!item.category().equals(category)) {
                category = item.category();
                out.append("<question type=\"category\"><category><text>")
                        .append(escaped("$course$/" + category.replace("/", "//")))
                        .append("</text></category></question>\n");
            }
            out.append(item(item)).append('\n');
        }
        return out.append("</quiz>\n").toString();
    }

    private static String item(Item item) {
        return switch (item.form()) {
            case Form.Choice choice -> question("multichoice", item, item.text(), choice(choice));
            case Form.Numerical(var unit, var values) ->
                question("numerical", item, item.text() + named(unit), numbers(values));
            case Form.Matching(var pairs) -> {
                var out = new StringBuilder("<shuffleanswers>true</shuffleanswers>\n");
                pairs.forEach(pair -> out.append("<subquestion format=\"html\">")
                        .append(text(pair.left()))
                        .append("<answer>")
                        .append(text(plain(pair.right())))
                        .append("</answer></subquestion>\n"));
                yield question("matching", item, item.text(), out.toString());
            }
            case Form.Gaps(var values) -> question("cloze", item, cloze(item.text(), values), "");
            case Form.Essay(var model) ->
                question(
                        "essay",
                        item,
                        item.text(),
                        "<responseformat>editor</responseformat>\n<graderinfo format=\"html\">" + text(model)
                                + "</graderinfo>\n");
        };
    }

    private static String question(String type, Item item, String text, String answers) {
        return "<question type=\"" + type + "\">\n<name>" + text(item.name())
                + "</name>\n<questiontext format=\"html\">"
                + text(text) + "</questiontext>\n<generalfeedback format=\"html\">" + text(item.solution())
                + "</generalfeedback>\n<defaultgrade>1</defaultgrade>\n<penalty>0</penalty>\n" + answers
                + "</question>";
    }

    private static String choice(Form.Choice choice) {
        long right =
                choice.options().stream().filter(QuestionBank.Chosen::right).count();
        long wrong = choice.options().size() - right;
        var out = new StringBuilder("<single>" + !choice.several()
                + "</single>\n<shuffleanswers>true</shuffleanswers>\n<answernumbering>abc</answernumbering>\n");
        for (QuestionBank.Chosen option : choice.options()) {
            String fraction = option.right()
                    ? choice.several() ? Gift.share(right) : "100"
                    : choice.several() ? "-" + Gift.share(wrong) : "0";
            out.append("<answer fraction=\"")
                    .append(fraction)
                    .append("\" format=\"html\">")
                    .append(text(option.text()))
                    .append("<feedback format=\"html\">")
                    .append(text(option.feedback()))
                    .append("</feedback></answer>\n");
        }
        return out.toString();
    }

    private static String numbers(List<Value> values) {
        var out = new StringBuilder();
        for (Value value : values) {
            out.append("<answer fraction=\"")
                    .append(value.right() ? "100" : "0")
                    .append("\">")
                    .append(text(value.number().toPlainString()))
                    .append("<feedback format=\"html\">")
                    .append(text(value.feedback()))
                    .append("</feedback><tolerance>")
                    .append(value.tolerance().toPlainString())
                    .append("</tolerance></answer>\n");
        }
        return out.toString();
    }

    /** Gaps in the language of embedded answers, in which braces of formulas have to be told from those of gaps. */
    private static String cloze(String text, List<Value> values) {
        String written = text.replace("}", "\\}");
        for (int i = 0; i < values.size(); i++) {
            Value value = values.get(i);
            written = written.replace(
                    QuestionBank.GAP + String.valueOf(i),
                    "{1:NUMERICAL:=" + value.number().toPlainString() + ":"
                            + value.tolerance().toPlainString() + "}");
        }
        return written;
    }

    /** In which unit the number is wanted: a field of the other platform has no place for it. */
    static String named(String unit) {
        return unit.isEmpty() ? "" : "<p>(" + escaped(unit) + ")</p>";
    }

    /** HTML as a platform's drop-down list shows it. */
    static String plain(String html) {
        return Jsoup.parseBodyFragment(html).body().wholeText().strip();
    }

    private static String text(String content) {
        return "<text>" + escaped(content) + "</text>";
    }

    /** Escaped and not in CDATA, so that nothing in a text can end it; characters that XML does not have are left out. */
    static String escaped(String text) {
        var out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> {
                    boolean character = c == '\t'
                            || c == '\n'
                            || (c >= 0x20 && c <= 0xD7FF)
                            || (c >= 0xE000 && c <= 0xFFFD)
                            || c >= 0x10000;
                    if (character) {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.toString();
    }
}

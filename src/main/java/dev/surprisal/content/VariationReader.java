package dev.surprisal.content;

import dev.surprisal.content.markdown.Container;
import dev.surprisal.content.markdown.Field;
import dev.surprisal.content.markdown.SourceText;
import dev.surprisal.expression.Expression;
import dev.surprisal.expression.ExpressionException;
import dev.surprisal.expression.Scope;
import dev.surprisal.expression.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code vary:}, {@code where:} and {@code also:} and lists the variants: all that pass where there are few, otherwise a fixed
 * sample of them, so that every variant that a learner can meet has been certified.
 */
final class VariationReader {

    /** Up to so many combinations are all tried. */
    private static final int ENUMERATED = 5000;

    /** Of more combinations so many variants are drawn. */
    private static final int SAMPLED = 500;

    private static final int MOST_TRIES = 50_000;

    private final LessonSource lesson;
    private final SourceFile file;
    private final QuestionFields fields;
    private final Map<String, Domain> domains = new LinkedHashMap<>();
    private boolean good = true;
    private int work;

    private VariationReader(LessonSource lesson, QuestionFields fields) {
        this.lesson = lesson;
        this.file = lesson.file();
        this.fields = fields;
    }

    /** Whether something stands in a question that varies. */
    static boolean isVaried(Node node) {
        for (Node above = node.getParent(); above != null; above = above.getParent()) {
            if (above instanceof Container container
                    && container.kind().text().equals("question")
                    && Nodes.children(container).stream()
                            .anyMatch(child -> child instanceof Field field
                                    && field.name().text().equals("vary"))) {
                return true;
            }
        }
        return false;
    }

    /** Empty, with the reason reported, where the variants cannot be listed. */
    static Optional<Variation> read(LessonSource lesson, QuestionFields fields) {
        return new VariationReader(lesson, fields).read();
    }

    private Optional<Variation> read() {
        var vary = fields.find("vary");
        if (vary.isEmpty()) {
            for (String name : List.of("where", "also")) {
                fields.find(name)
                        .ifPresent(field -> file.report(
                                Rule.QUESTION,
                                field.name().offset(0),
                                name + " says something about variants, of which there are none without vary"));
            }
            return Optional.of(Variation.none(lesson.names().scope()));
        }
        SourceText data = vary.get().data();
        for (SourceText part : Lists.split(data, ';')) {
            declaration(part.strip());
        }
        var where = fields.find("where")
                .map(Field::data)
                .map(source -> new Filter(source, lesson.names().parse(source, file)));
        good &= where.isEmpty() || where.get().expression.isPresent();
        if (!good) {
            return Optional.empty();
        }
        var scopes = new ArrayList<Scope>();
        for (List<Value> values : combinations()) {
            Scope scope = scope(values);
            if (where.isEmpty() || passes(scope, where.get())) {
                scopes.add(scope);
            }
            if (!good) {
                return Optional.empty();
            }
            if (scopes.size() >= SAMPLED && size() > ENUMERATED) {
                break;
            }
        }
        for (Field also : fields.all("also")) {
            also(also.data()).filter(scope -> !scopes.contains(scope)).ifPresent(scopes::add);
        }
        if (scopes.isEmpty() && good) {
            file.report(
                    Rule.VARIATION,
                    QuestionFields.offset(vary.get()),
                    "no variant passes where: nothing is left to be asked");
        }
        return good && !scopes.isEmpty()
                ? Optional.of(new Variation(List.copyOf(domains.keySet()), scopes))
                : Optional.empty();
    }

    /** {@code where}, as it was written and as it was understood. */
    private record Filter(SourceText source, Optional<Expression> expression) {}

    private void declaration(SourceText source) {
        String text = source.text();
        int in = text.indexOf(" in ");
        if (in < 0) {
            report(source, "a name varies over something: vary: a in {1, 2, 3}; b in 0..1 step 0.1");
            return;
        }
        var name = source.substring(0, in).strip();
        try {
            Scope.checkName(name.text());
        } catch (IllegalArgumentException wrong) {
            report(name, String.valueOf(wrong.getMessage()));
            return;
        }
        if (name.text().equals(Question.GIVEN)) {
            report(name, "the name given is taken: it holds what was answered to earlier parts");
            return;
        }
        var domain = Domain.read(
                source.substring(in + " in ".length(), text.length()).strip(), lesson.names(), file);
        if (domain.isEmpty()) {
            good = false;
        } else if (domains.putIfAbsent(name.text(), domain.get()) != null) {
            report(name, "the name " + name + " stands here twice");
        }
    }

    private void report(SourceText source, String message) {
        good = false;
        file.report(Rule.VARIATION, source.offset(0), message);
    }

    private Scope scope(List<Value> values) {
        Scope scope = lesson.names().scope();
        int i = 0;
        for (String name : domains.keySet()) {
            scope = scope.with(name, values.get(i++));
        }
        return scope;
    }

    private boolean passes(Scope scope, Filter where) {
        Expression expression = where.expression.orElseThrow();
        work += expression.work();
        if (work > Evaluations.MOST_OF_FIELD) {
            good = false;
            file.report(
                    Rule.TOO_MUCH,
                    where.source.offset(0),
                    "it takes too much to find out which variants pass; vary fewer numbers, or compare something simpler");
            return false;
        }
        try {
            return expression.truth(scope);
        } catch (ExpressionException wrong) {
            good = false;
            var one = new Variation(List.copyOf(domains.keySet()), List.of(scope));
            file.report(
                    Rule.EXPRESSION,
                    where.source.offset(wrong.position()),
                    "on the variant " + one.described(0) + ": " + wrong.getMessage());
            return false;
        }
    }

    private double size() {
        double size = 1;
        for (Domain domain : domains.values()) {
            size *= domain.size();
        }
        return size;
    }

    /** All combinations in order, or so many drawn at random, each once, that enough of them may pass. */
    private Iterable<List<Value>> combinations() {
        if (size() > ENUMERATED) {
            return this::drawn;
        }
        var all = new ArrayList<List<Value>>();
        long[] at = new long[domains.size()];
        do {
            all.add(values(at));
        } while (stepped(at));
        return all;
    }

    private java.util.Iterator<List<Value>> drawn() {
        Set<List<Value>> seen = new HashSet<>();
        var found = new ArrayList<List<Value>>();
        long seed = 0;
        for (int attempt = 0; attempt < MOST_TRIES && found.size() < MOST_TRIES / 10; attempt++) {
            long[] at = new long[domains.size()];
            int i = 0;
            for (Domain domain : domains.values()) {
                at[i++] = Math.floorMod(Variation.mixed(seed++), domain.size());
            }
            List<Value> values = values(at);
            if (seen.add(values)) {
                found.add(values);
            }
        }
        return found.iterator();
    }

    private boolean stepped(long[] at) {
        int i = at.length;
        for (Domain domain : domains.values().stream().toList().reversed()) {
            i--;
            if (++at[i] < domain.size()) {
                return true;
            }
            at[i] = 0;
        }
        return false;
    }

    private List<Value> values(long[] at) {
        var values = new ArrayList<Value>();
        int i = 0;
        for (Domain domain : domains.values()) {
            values.add(domain.at(at[i++]));
        }
        return values;
    }

    /** A special case; it need not pass {@code where}. */
    private Optional<Scope> also(SourceText data) {
        Scope scope = lesson.names().scope();
        Set<String> missing = new HashSet<>(domains.keySet());
        boolean complete = true;
        for (SourceText part : Lists.split(data, ',')) {
            int equals = part.text().indexOf('=');
            var name = part.substring(0, Math.max(0, equals)).strip();
            if (equals < 0 || !domains.containsKey(name.text())) {
                report(part.strip(), "a special case gives each name that varies its value: also: a=1, b=2");
                return Optional.empty();
            }
            missing.remove(name.text());
            @Nullable
            Value value = lesson.names()
                    .evaluate(part.substring(equals + 1, part.text().length()).strip(), file)
                    .orElse(null);
            complete &= value != null;
            scope = value == null ? scope : scope.with(name.text(), value);
        }
        if (!missing.isEmpty()) {
            report(data, "this special case gives no value to " + String.join(", ", missing));
        }
        good &= complete;
        return complete && missing.isEmpty() ? Optional.of(scope) : Optional.empty();
    }
}

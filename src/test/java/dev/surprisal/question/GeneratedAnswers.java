package dev.surprisal.question;

import dev.surprisal.content.Option;
import dev.surprisal.content.Question;
import dev.surprisal.content.Task;
import dev.surprisal.widget.Catalogue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Answers to any question, right ones, wrong ones and nonsense. */
public final class GeneratedAnswers {
    private final Random random;

    public GeneratedAnswers(Random random) {
        this.random = random;
    }

    /** What somebody may have answered to the earlier parts. */
    public Map<String, Double> own(Question item) {
        Map<String, Double> own = new HashMap<>();
        for (Question part : item.earlier()) {
            if (random.nextBoolean()) {
                own.put(part.id().part(), Math.rint(random.nextDouble() * 4000) / 1000);
            }
        }
        return own;
    }

    /** An answer as somebody may give it: right, wrong or nonsense. */
    public String input(Question item, int variant, Map<String, Double> own) {
        if (random.nextInt(20) == 0) {
            return "nonsense";
        }
        return switch (item.task()) {
            case Task.SingleChoice(var options) ->
                options.get(random.nextInt(options.size())).key();
            case Task.MultipleChoice(var options) ->
                random.nextBoolean()
                        ? keys(options.stream().filter(Option::right).toList())
                        : options.getFirst().key();
            case Task.Ordering(var lines) -> {
                var order = new ArrayList<>(lines);
                if (random.nextBoolean()) {
                    Collections.shuffle(order, random);
                }
                yield order.stream().map(Task.Item::key).collect(Collectors.joining(Grading.SEPARATOR));
            }
            case Task.Matching matching ->
                matching.pairs().stream()
                        .map(pair -> pair.left().key()
                                + Grading.PARTNER
                                + (random.nextInt(10) < 8
                                                ? pair.right()
                                                : matching.choices().getFirst())
                                        .key())
                        .collect(Collectors.joining(Grading.SEPARATOR));
            case Task.NumberEntry number -> number(item, variant, own, number);
            case Task.Blanks(var blanks) ->
                blanks.stream()
                        .map(blank -> number(item, variant, own, blank))
                        .collect(Collectors.joining(Grading.NEXT_BLANK));
            case Task.WidgetState widget ->
                random.nextBoolean()
                        ? widget.initialState()
                        : Catalogue.reread(widget.kind(), "1~nats~0.5_0.5~0.9954_0.0046")
                                .orElse(widget.initialState());
            case Task.Explanation _ -> "Because.";
            case Task.Parts _ -> throw new IllegalStateException("no item");
        };
    }

    private String number(Question item, int variant, Map<String, Double> own, Task.NumberEntry number) {
        double key = new Posed(item, variant, random.nextBoolean() ? own : Map.of()).carried(number);
        double near = key + (random.nextInt(5) - 2) * 0.001;
        return Double.toString(Math.rint(near * 1e4) / 1e4);
    }

    private static String keys(List<Option> options) {
        return options.stream().map(Option::key).collect(Collectors.joining(Grading.SEPARATOR));
    }
}

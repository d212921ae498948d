package dev.surprisal.browser.bits;

import dev.surprisal.math.reference.Inputs;
import dev.surprisal.math.reference.Quantities;
import java.util.ArrayList;
import java.util.List;

/** Every function that is compared. */
final class SeededFunctions {

    private static final List<SeededFunction> ALL = new ArrayList<>();

    static {
        ALL.addAll(ElementaryFunctions.all());
        ALL.addAll(DistributionFunctions.all());
        ALL.addAll(InformationFunctions.all());
        ALL.addAll(EstimationFunctions.all());
        ALL.addAll(SamplingFunctions.all());
        ALL.addAll(ModelFunctions.all());
        ALL.addAll(FitFunctions.all());
    }

    private SeededFunctions() {}

    static List<SeededFunction> all() {
        return List.copyOf(ALL);
    }

    static SeededFunction named(String name) {
        for (var function : ALL) {
            if (function.name().equals(name)) {
                return function;
            }
        }
        throw new IllegalArgumentException("no function " + name);
    }

    /** The bits of a quantity of the reference table. */
    static String bits(String quantity, String inputs) {
        var results = new Results(true);
        results.add(Quantities.evaluate(quantity, Inputs.parse(inputs)));
        return results.text();
    }
}

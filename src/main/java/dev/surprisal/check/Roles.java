package dev.surprisal.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which of two distributions are the data and which the model, by the letters that the subject uses for them. */
record Roles(String data, String model) {

    private static final Set<String> MODELS = Set.of("\\pmodel", "p_\\theta", "q_\\theta", "q_\\phi", "q");
    private static final Set<String> DATA = Set.of("\\pdata", "\\hatp", "p");

    static boolean isModel(String name) {
        return MODELS.contains(name);
    }

    /** Empty where it takes more than the letters to know. */
    static Optional<Roles> of(Collection<String> names) {
        var rest = new ArrayList<>(names);
        List<String> data = rest.stream().filter(DATA::contains).toList();
        List<String> models = rest.stream().filter(MODELS::contains).toList();
        return rest.size() == 2 && data.size() == 1 && models.size() == 1
                ? Optional.of(new Roles(data.getFirst(), models.getFirst()))
                : Optional.empty();
    }
}

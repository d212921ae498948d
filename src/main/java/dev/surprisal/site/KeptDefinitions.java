package dev.surprisal.site;

import dev.surprisal.learner.Definitions;
import dev.surprisal.question.Definition;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Those of the database; none is ever changed, so each is fetched once. There are as many as keys were ever edited. */
@Component
class KeptDefinitions implements Earlier {
    private final Definitions definitions;
    private final Map<String, Definition> known = new ConcurrentHashMap<>();

    KeptDefinitions(Definitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public Optional<Definition> find(String id) {
        Definition found = known.get(id);
        if (found == null) {
            found = definitions.find(id).map(Definition::new).orElse(null);
            if (found != null) {
                known.put(id, found);
            }
        }
        return Optional.ofNullable(found);
    }
}

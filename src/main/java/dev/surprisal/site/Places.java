package dev.surprisal.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * On which variants of the present questions the answers of earlier definitions count, as far as that was asked of late: to find one,
 * two definitions are read, which have up to 5,000 variants each, and every page of a learner asks for all of theirs.
 */
final class Places {
    private static final int MOST = 20_000;

    private final Cache<Asked, OptionalInt> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** @param definition the id of the earlier one */
    record Asked(String definition, String item, int variant) {}

    OptionalInt of(Asked asked, Supplier<OptionalInt> find) {
        return known.get(asked, _ -> find.get());
    }
}

package dev.surprisal.hosting;

import dev.surprisal.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;

/** A store that cannot be used stops the start with one sentence, not with pages of what called what. */
class StoreProblemReporter implements SpringBootExceptionReporter {

    /** As Spring Boot makes it, which {@code META-INF/spring.factories} tells of this class. */
    StoreProblemReporter(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreException problem) {
                LoggerFactory.getLogger("dev.surprisal").error("{}", problem.getMessage());
                return true;
            }
        }
        return false;
    }
}

package dev.surprisal.site;

import dev.surprisal.hosting.Secrets;
import dev.surprisal.question.Definition;
import dev.surprisal.site.Edition.Known;
import dev.surprisal.store.ServerKeys;
import org.springframework.stereotype.Component;

/**
 * By what a page says which question it shows, and an answer to which question it is: another one whenever a verdict could be another
 * one. It is signed by a key of the database, so that it tells nothing of what it is made from and outlives the server.
 */
@Component
class Tags {
    private static final int LENGTH = 16;

    private final String key;

    Tags(ServerKeys keys) {
        key = keys.key("tags", Secrets.random());
    }

    /** How the forms of an edition ask. */
    Asking asking(Edition edition) {
        return new Asking(item -> of(edition, item), edition.forLearners().asksConfidence());
    }

    /** Of a question or part; nothing for one that is not in the edition. */
    String of(Edition edition, String item) {
        return edition.find(item).map(known -> of(item, known)).orElse("");
    }

    private String of(String item, Known known) {
        Definition definition = known.definition();
        String text = item + " " + known.revision() + " " + (definition == null ? "" : definition.id());
        return Secrets.signature(key, text).substring(0, LENGTH);
    }
}

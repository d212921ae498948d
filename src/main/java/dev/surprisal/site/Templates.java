package dev.surprisal.site;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The pieces of a page, from the Mustache files beside this class. Text is escaped; only what a template puts into three braces
 * is taken for HTML, and only the content room and these templates make any.
 */
final class Templates {
    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .escapeHTML(true)
            .emptyStringIsFalse(true)
            .zeroIsFalse(true)
            .withLoader(name -> new StringReader(read(name)));
    private static final Map<String, Template> COMPILED = new ConcurrentHashMap<>();

    private Templates() {}

    /** Fills in the template {@code name}.mustache; a name that the model lacks is an error. */
    static String render(String name, Object model) {
        return COMPILED.computeIfAbsent(name, Templates::compile).execute(model);
    }

    private static Template compile(String name) {
        return COMPILER.compile(read(name));
    }

    private static String read(String name) {
        try (InputStream file = Templates.class.getResourceAsStream(name + ".mustache")) {
            if (file == null) {
                throw new IllegalStateException("no template " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the template " + name + " cannot be read", e);
        }
    }
}

package dev.surprisal.typeset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ContextFactory;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.NativeObject;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.ScriptableObject;

/** One copy of KaTeX. Loading it takes a fifth of a second; only one thread at a time may use it. */
final class Katex {

    /** The scripts as they are run: the second sets KaTeX's options and defines our macros. */
    private static final String LIBRARY = resource("katex.js");

    private static final String GLUE = resource("typeset.js");

    private static final Interpreter INTERPRETER = new Interpreter();

    private final ScriptableObject scope;
    private final Function typeset;

    Katex() {
        try (var _ = new OwnClasses();
                Context context = INTERPRETER.enterContext()) {
            context.setInstructionObserverThreshold(0); // not timed
            scope = context.initSafeStandardObjects();
            context.evaluateString(scope, LIBRARY, "katex.js", 1, null);
            context.evaluateString(scope, GLUE, "typeset.js", 1, null);
            typeset = (Function) scope.get("typeset", scope);
        }
    }

    /** Everything that decides what a formula looks like, as text: part of the key under which results are kept. */
    static String version() {
        return LIBRARY.lines().findFirst().orElseThrow() + GLUE;
    }

    Typeset typeset(Formula formula) {
        if (formula.latex().length() > Formula.MAX_LENGTH) {
            return new Typeset.Mistake(
                    "a formula has at most " + Formula.MAX_LENGTH + " characters, this one has "
                            + formula.latex().length(),
                    0);
        }
        try (var _ = new OwnClasses();
                Context context = INTERPRETER.enterContext()) {
            var result = (NativeObject)
                    typeset.call(context, scope, scope, new Object[] {formula.latex(), formula.display()});
            Object html = result.get("html");
            if (html != null) {
                return new Typeset.Html(html.toString());
            }
            int offset = ((Number) result.get("offset")).intValue();
            return new Typeset.Mistake(
                    result.get("message").toString(),
                    Math.clamp(offset, 0, formula.latex().length()));
        } catch (OutOfTime _) {
            return new Typeset.Mistake("this formula takes too long to typeset", 0);
        } catch (StackOverflowError _) {
            return new Typeset.Mistake("this formula is nested too deeply", 0);
        } catch (RhinoException failed) {
            // Rhino's own limit of depth comes as one of its exceptions; anything else is a fault of KaTeX, for this
            // formula alone
            String message = String.valueOf(failed.getMessage());
            return new Typeset.Mistake(
                    message.contains("stack") ? "this formula is nested too deeply" : "KaTeX fails here: " + message,
                    0);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Katex.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing; the build makes it from the npm package katex");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Interpreted: compiling KaTeX to byte code takes longer than typesetting a course. */
    private static final class Interpreter extends ContextFactory {

        private static final int MAX_DEPTH = 2000;
        private static final int OBSERVED_EVERY = 100_000;

        @Override
        protected Context makeContext() {
            var context = new TimedContext(this);
            context.setInterpretedMode(true);
            context.setLanguageVersion(Context.VERSION_ES6);
            context.setMaximumInterpreterStackDepth(MAX_DEPTH);
            context.setInstructionObserverThreshold(OBSERVED_EVERY);
            return context;
        }

        @Override
        protected void observeInstructionCount(Context context, int instructions) {
            if (context instanceof TimedContext timed && System.nanoTime() - timed.start > TimedContext.LIMIT) {
                throw new OutOfTime();
            }
        }
    }

    private static final class TimedContext extends Context {

        /** A large formula takes some milliseconds; the rest is for a machine that is busy. */
        static final long LIMIT = TimeUnit.SECONDS.toNanos(4);

        final long start = System.nanoTime();

        TimedContext(ContextFactory factory) {
            super(factory);
        }
    }

    /**
     * While this is open the thread finds services through our class loader: Rhino looks up its regular expressions as one, and the
     * threads that typeset side by side do not see into the application's jar.
     */
    private static final class OwnClasses implements AutoCloseable {
        private final Thread thread = Thread.currentThread();
        private final ClassLoader before = thread.getContextClassLoader();

        OwnClasses() {
            thread.setContextClassLoader(Katex.class.getClassLoader());
        }

        @Override
        public void close() {
            thread.setContextClassLoader(before);
        }
    }

    /** An error and no exception, so that no {@code catch} in the script swallows it. */
    private static final class OutOfTime extends Error {
        private static final long serialVersionUID = 1L;
    }
}

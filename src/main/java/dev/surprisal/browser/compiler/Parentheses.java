package dev.surprisal.browser.compiler;

import org.teavm.ast.ConstantExpr;
import org.teavm.ast.Expr;
import org.teavm.ast.VariableExpr;
import org.teavm.backend.javascript.rendering.Precedence;
import org.teavm.backend.javascript.spi.InjectedBy;
import org.teavm.backend.javascript.spi.Injector;
import org.teavm.backend.javascript.spi.InjectorContext;
import org.teavm.model.MethodReference;

/** A pair of parentheses in the compiled code. */
final class Parentheses {

    private Parentheses() {}

    /** The value itself. */
    @InjectedBy(Writer.class)
    static native double around(double value);

    /** Used by the compiler in place of a call. */
    public static final class Writer implements Injector {

        @Override
        public void generate(InjectorContext context, MethodReference method) {
            Expr value = context.getArgument(0);
            if (value instanceof VariableExpr || value instanceof ConstantExpr) {
                context.writeExpr(value, context.getPrecedence());
            } else {
                context.getWriter().append('(');
                context.writeExpr(value, Precedence.min());
                context.getWriter().append(')');
            }
        }
    }
}

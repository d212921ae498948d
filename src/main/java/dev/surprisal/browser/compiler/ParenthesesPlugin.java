package dev.surprisal.browser.compiler;

import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.Program;
import org.teavm.model.Variable;
import org.teavm.model.instructions.BinaryInstruction;
import org.teavm.model.instructions.BinaryOperation;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.model.instructions.NumericOperandType;
import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/**
 * Keeps the order in which doubles are added and multiplied.
 *
 * <p>TeaVM 0.15.0 writes {@code a + (b + c)} as {@code a + b + c}, {@code a * (b / c)} as {@code a * b / c} and
 * {@code a % (b * c)} as {@code a % b * c}: its StatementRenderer takes + and * to be associative and % to bind less than *.
 * Locals that are used once and methods that are inlined become such operands too. For doubles that is another number: the
 * compensated sums of the core lost what they compensate, and the logarithm of 5/7 its last digit. So each right operand
 * passes through {@link Parentheses#around}, which writes them. {@code WidgetEqualBitsIT} fails without this.
 *
 * <p>The compiler finds it in {@code META-INF/services}. To be removed once TeaVM writes them itself.
 */
public final class ParenthesesPlugin implements TeaVMPlugin, ClassHolderTransformer {

    private static final MethodReference AROUND =
            new MethodReference(Parentheses.class, "around", double.class, double.class);

    @Override
    public void install(TeaVMHost host) {
        host.add(this);
    }

    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
        if (type.getName().startsWith("dev.surprisal.")) {
            for (MethodHolder method : type.getMethods()) {
                if (method.getProgram() != null) {
                    transform(method.getProgram());
                }
            }
        }
    }

    private static void transform(Program program) {
        for (BasicBlock block : program.getBasicBlocks()) {
            for (Instruction next = block.getFirstInstruction(); next != null; next = next.getNext()) {
                if (next instanceof BinaryInstruction binary && losesParentheses(binary)) {
                    putAroundSecondOperand(program, binary);
                }
            }
        }
    }

    private static boolean losesParentheses(BinaryInstruction binary) {
        BinaryOperation operation = binary.getOperation();
        return binary.getOperandType() == NumericOperandType.DOUBLE
                && (operation == BinaryOperation.ADD
                        || operation == BinaryOperation.MULTIPLY
                        || operation == BinaryOperation.MODULO);
    }

    private static void putAroundSecondOperand(Program program, BinaryInstruction binary) {
        Variable enclosed = program.createVariable();
        var around = new InvokeInstruction();
        around.setType(InvocationType.SPECIAL);
        around.setMethod(AROUND);
        around.setArguments(binary.getSecondOperand());
        around.setReceiver(enclosed);
        around.setLocation(binary.getLocation());
        binary.insertPrevious(around);
        binary.setSecondOperand(enclosed);
    }
}

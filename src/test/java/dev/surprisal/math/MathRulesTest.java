package dev.surprisal.math;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What is compiled for the browser keeps to the operations that are exact there, and that are fast. */
@AnalyzeClasses(
        packages = {"dev.surprisal.math", "dev.surprisal.widget", "dev.surprisal.browser", "dev.surprisal.expression"},
        importOptions = DoNotIncludeTests.class)
class MathRulesTest {
    private static final String[] BROWSER = {"dev.surprisal.math..", "dev.surprisal.widget..", "dev.surprisal.browser"};

    private static final Set<String> EXACT = Set.of("sqrt", "abs", "floor", "ceil", "min", "max");

    /** TeaVM's are approximations: log1p(1e-17) is 0, tanh(800) NaN, hypot(1e200, 1e200) infinite. */
    @ArchTest
    static final ArchRule onlyExactFunctionsOfMath =
            noClasses().that().resideInAnyPackage(BROWSER).should().callMethodWhere(isMathBut(EXACT));

    /** Expressions are evaluated by the core too, or a number in the prose would differ from the widget's. */
    @ArchTest
    static final ArchRule onlyExactFunctionsOfMathInExpressions = noClasses()
            .that()
            .resideInAnyPackage("dev.surprisal.expression..")
            .should()
            .callMethodWhere(isMathBut(Set.of("sqrt", "abs", "floor", "ceil", "min", "max", "ulp")));

    private static DescribedPredicate<JavaMethodCall> isMathBut(Set<String> allowed) {
        return describe(
                "it is none of " + allowed + " of java.lang.Math",
                call -> Set.of("java.lang.Math", "java.lang.StrictMath")
                                .contains(call.getTargetOwner().getName())
                        && !allowed.contains(call.getName()));
    }

    /** TeaVM prints and reads doubles in its own way; {@link Decimal} is the same on both sides. */
    @ArchTest
    static final ArchRule numbersAreTextByDecimalOnly = noClasses()
            .that()
            .resideInAnyPackage(BROWSER)
            .should()
            .callMethodWhere(describe(
                    "it turns a double into text or back",
                    (JavaMethodCall call) -> isOneOf(call, "java.lang.Double", "toString", "parseDouble", "toHexString")
                            || isOneOf(call, "java.lang.String", "format", "formatted")
                            || (isOneOf(call, "java.lang.Double", "valueOf")
                                    && call.getTarget()
                                            .getRawParameterTypes()
                                            .getFirst()
                                            .isEquivalentTo(String.class))));

    /** They would weigh more than the core, and depend on where it runs. */
    @ArchTest
    static final ArchRule nothingHeavyAndNothingLocal = noClasses()
            .that()
            .resideInAnyPackage(BROWSER)
            .should()
            .dependOnClassesThat(heavyOrLocal())
            .orShould()
            .callMethodWhere(describe(
                    "it is a regular expression in disguise",
                    (JavaMethodCall call) -> isOneOf(
                            call,
                            "java.lang.String",
                            "matches",
                            "replaceAll",
                            "replaceFirst",
                            "split",
                            "toLowerCase",
                            "toUpperCase")));

    private static DescribedPredicate<JavaClass> heavyOrLocal() {
        return describe(
                "are regular expressions, locales, clocks, files, reflection, threads or random generators of the JDK",
                type -> type.getPackageName().startsWith("java.util.regex")
                        || type.getPackageName().startsWith("java.util.concurrent")
                        || type.getPackageName().startsWith("java.lang.reflect")
                        || type.getPackageName().startsWith("java.time")
                        || type.getPackageName().startsWith("java.text")
                        || type.getPackageName().startsWith("java.io")
                        || type.getPackageName().startsWith("java.nio")
                        || type.getPackageName().startsWith("java.math")
                        || type.getPackageName().equals("java.util.random")
                        || Set.of("java.util.Locale", "java.util.Random", "java.util.Formatter", "java.util.Date")
                                .contains(type.getName()));
    }

    private static boolean isOneOf(JavaMethodCall call, String owner, String... names) {
        return call.getTargetOwner().getName().equals(owner) && Set.of(names).contains(call.getName());
    }

    /**
     * TeaVM does not round a double that is cast to a float, and a long is no machine word in the browser. Rounding is right
     * only where the float's bits are taken at once.
     */
    @ArchTest
    static void noFloatsAndNoLongs(JavaClasses classes) {
        var found = new ArrayList<String>();
        for (var type : classes) {
            if (type.getPackageName().startsWith("dev.surprisal.math")
                    || type.getPackageName().startsWith("dev.surprisal.widget")) {
                for (var method : read(type).methods()) {
                    found.addAll(badConversions(type, method));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static java.lang.classfile.ClassModel read(JavaClass type) {
        String file = "/" + type.getName().replace('.', '/') + ".class";
        try (InputStream in = Objects.requireNonNull(MathRulesTest.class.getResourceAsStream(file), file)) {
            return ClassFile.of().parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> badConversions(JavaClass type, MethodModel method) {
        var bad = new ArrayList<String>();
        boolean rounded = false;
        for (CodeElement element : method.code().map(code -> code.elementList()).orElse(List.of())) {
            if (!(element instanceof Instruction instruction)) {
                continue;
            }
            if (rounded && !isFloatToRawIntBits(instruction)) {
                bad.add(type.getName() + "." + method.methodName() + " uses a double rounded to a float");
            }
            rounded = instruction.opcode() == Opcode.D2F;
            if (Set.of(Opcode.D2L, Opcode.L2D, Opcode.LADD, Opcode.LSUB, Opcode.LMUL, Opcode.LDIV, Opcode.LREM)
                    .contains(instruction.opcode())) {
                bad.add(type.getName() + "." + method.methodName() + " computes with a long");
            }
        }
        return bad;
    }

    private static boolean isFloatToRawIntBits(Instruction instruction) {
        return instruction instanceof InvokeInstruction call && call.name().equalsString("floatToRawIntBits");
    }
}

package dev.surprisal;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The walls between the rooms. */
@AnalyzeClasses(packages = "dev.surprisal", importOptions = DoNotIncludeTests.class)
class RoomsTest {

    /** Which rooms a room may use. A room that is missing here fails the test: say first what it may know. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("math", Set.of()),
            entry("expression", Set.of("math")),
            entry("widget", Set.of("math")),
            entry("browser", Set.of("widget")),
            entry("cache", Set.of()),
            entry("typeset", Set.of("cache")),
            entry("content", Set.of("expression", "typeset", "widget")),
            entry("question", Set.of("content", "expression", "math", "widget")),
            entry("check", Set.of("cache", "content", "expression", "math", "question", "typeset", "widget")),
            entry("export", Set.of("content", "expression", "math", "question", "widget")),
            entry("search", Set.of("content", "expression", "widget")),
            entry("store", Set.of()),
            entry("recall", Set.of()),
            entry("learner", Set.of("recall", "store")),
            entry("audit", Set.of("content", "learner", "question")),
            entry("hosting", Set.of("learner", "store")),
            entry("chart", Set.of()),
            entry(
                    "site",
                    Set.of(
                            "audit",
                            "chart",
                            "check",
                            "content",
                            "expression",
                            "hosting",
                            "learner",
                            "math",
                            "question",
                            "recall",
                            "search",
                            "store",
                            "typeset",
                            "widget")),
            entry(
                    "cli",
                    Set.of(
                            "audit",
                            "export",
                            "learner",
                            "check",
                            "content",
                            "expression",
                            "math",
                            "question",
                            "store",
                            "typeset",
                            "widget")));

    @ArchTest
    static void roomsUseOnlyWhatTheyMay(JavaClasses all) {
        CompositeArchRule.of(MAY_USE.entrySet().stream()
                        .map(entry -> room(entry.getKey(), entry.getValue()))
                        .toList())
                .check(all);
    }

    private static ArchRule room(String room, Set<String> others) {
        String[] allowed =
                others.stream().map(other -> "dev.surprisal." + other + "..").toArray(String[]::new);
        return noClasses()
                .that(resideInAPackage("dev.surprisal." + room + ".."))
                .should()
                .dependOnClassesThat(describe(
                        "are in a room other than " + room + " and " + others,
                        (JavaClass used) -> used.getPackageName().startsWith("dev.surprisal.")
                                && !resideInAPackage("dev.surprisal." + room + "..")
                                        .test(used)
                                && !resideInAnyPackage(allowed).test(used)))
                .allowEmptyShould(true);
    }

    @ArchTest
    static void everyRoomIsInTheTable(JavaClasses all) {
        Set<String> rooms = all.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("dev.surprisal."))
                .map(name -> name.split("\\.", -1)[2])
                .collect(Collectors.toSet());

        Assertions.assertThat(MAY_USE.keySet()).containsAll(rooms);
    }

    @ArchTest
    static final ArchRule roomsHaveNoCycles = SlicesRuleDefinition.slices()
            .matching("dev.surprisal.(*)..")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule theCoreIsPure = classes()
            .that()
            .resideInAnyPackage("..surprisal.math..", "..surprisal.widget..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.surprisal..", "java.lang..", "java.util..", "org.jspecify..", "");

    @ArchTest
    static final ArchRule expressionsKnowNoServer = classes()
            .that()
            .resideInAPackage("..surprisal.expression..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.surprisal..", "java.lang..", "java.math..", "java.util..", "org.jspecify..", "");

    @ArchTest
    static final ArchRule theCoreKnowsNoClockAndNoChance = noClasses()
            .that()
            .resideInAnyPackage("..surprisal.math..", "..surprisal.expression..", "..surprisal.widget..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule onlyTheSiteAndItsChartsKnowVaadin = onlyIn(
            "com.vaadin..",
            resideInAPackage("..surprisal.site..")
                    .or(resideInAPackage("..surprisal.chart.."))
                    .or(describe("the application", type -> type.getName().equals("dev.surprisal.Surprisal"))));

    @ArchTest
    static final ArchRule onlyTheOuterRoomsKnowSpring = onlyIn(
            "org.springframework..",
            resideInAPackage("..surprisal.site..")
                    .or(resideInAPackage("..surprisal.hosting.."))
                    .or(resideInAPackage("..surprisal.learner.."))
                    .or(resideInAPackage("..surprisal.store.."))
                    .or(describe("the application", type -> type.getName().equals("dev.surprisal.Surprisal"))));

    @ArchTest
    static final ArchRule onlyTheLearnersRoomSpeaksSql = onlyIn(
            "org.springframework.jdbc..",
            resideInAPackage("..surprisal.learner..").or(resideInAPackage("..surprisal.store..")));

    @ArchTest
    static final ArchRule onlyTheContentRoomReadsMarkdown =
            onlyIn("org.commonmark..", resideInAPackage("..surprisal.content.."));

    private static ArchRule onlyIn(String library, DescribedPredicate<JavaClass> room) {
        return noClasses()
                .that(resideInAPackage("dev.surprisal..").and(DescribedPredicate.not(room)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    /** No cycles, and nobody reaches into another room's inner packages; {@link Rooms} says which are open. */
    @Test
    void modulesKeepTheirInnerPackages() {
        ApplicationModules.of(Surprisal.class).verify();
    }
}

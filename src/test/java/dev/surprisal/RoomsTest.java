package dev.surprisal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** The walls between the rooms. */
@AnalyzeClasses(packages = "dev.surprisal", importOptions = DoNotIncludeTests.class)
class RoomsTest {

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
            .resideInAnyPackage(
                    "dev.surprisal.math..",
                    "dev.surprisal.widget..",
                    "java.lang..",
                    "java.util..",
                    "org.jspecify..",
                    "");

    @ArchTest
    static final ArchRule contentKnowsNoLearner = noClasses()
            .that()
            .resideInAnyPackage(
                    "..surprisal.math..",
                    "..surprisal.expression..",
                    "..surprisal.widget..",
                    "..surprisal.typeset..",
                    "..surprisal.content..",
                    "..surprisal.question..",
                    "..surprisal.check..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..surprisal.learner..",
                    "..surprisal.site..",
                    "..surprisal.hosting..",
                    "com.vaadin..",
                    "org.springframework..",
                    "jakarta..");

    @ArchTest
    static final ArchRule onlyTheSiteKnowsVaadin = noClasses()
            .that()
            .resideOutsideOfPackage("..surprisal.site..")
            .and()
            .doNotHaveFullyQualifiedName("dev.surprisal.Surprisal")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.vaadin..");
}

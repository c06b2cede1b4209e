package roster.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import roster.contract.word.Word;

@AnalyzeClasses(packages = "roster.contract", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest static final ArchRule the_contract_asks_nothing_of_those_who_share_it = classes()
            .should().onlyDependOnClassesThat()
            .resideInAnyPackage("roster.contract..", "java..", "javax.crypto..", "com.fasterxml.jackson.annotation..", "tools.jackson..",
                    "com.ibm.icu..", "org.jspecify.annotations..");

    @ArchTest static final ArchRule no_package_needs_itself_by_a_detour = slices().matching("roster.contract.(*)..").should()
            .beFreeOfCycles();

    @ArchTest static final ArchRule enums_have_one_spelling = classes().that().areEnums()
            .should().implement(Word.class);

    @ArchTest static final ArchRule nothing_changes = fields().should().beFinal();
}

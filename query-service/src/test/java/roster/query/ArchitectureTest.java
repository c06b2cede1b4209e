package roster.query;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.http.HttpStatus;

import roster.http.problem.FieldError;
import roster.http.problem.Problem;

@AnalyzeClasses(packages = "roster.query", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest static final ArchRule packages_do_not_depend_on_each_other_in_circles = slices().matching("roster.query.(*)..").should()
            .beFreeOfCycles();

    @ArchTest static final ArchRule rows_and_how_they_evolve_know_neither_spring_nor_sql = noClasses()
            .that().haveSimpleNameEndingWith("View").and().areNotInterfaces().or().haveSimpleName("MemberRow").or()
            .haveSimpleName("EventRow")
            .or().haveSimpleName("Fold")
            .should().dependOnClassesThat().resideInAnyPackage("org.springframework..", "java.sql..", "org.postgresql..", "roster.sql..");

    @ArchTest static final ArchRule the_list_of_views_is_the_only_place_that_knows_them_by_name = noClasses()
            .that().resideInAnyPackage("roster.query.projection", "roster.query.rebuild", "roster.query.fold", "roster.query.generation")
            .and()
            .doNotHaveSimpleName("Views")
            .should().dependOnClassesThat(simpleNameEndingWith("Projection").and(resideOutsideOfPackage("roster.query.projection"))
                    .or(simpleNameEndingWith("Table").and(resideOutsideOfPackage("roster.query.generation"))));

    @ArchTest static final ArchRule only_the_projection_and_the_feed_read_events = noClasses()
            .that()
            .resideOutsideOfPackages("roster.query.projection", "roster.query.rebuild", "roster.query.fold", "roster.query.consistency",
                    "roster.query.reconcile", "roster.query.sealing", "roster.query.feed", "roster.query.log")
            .should().dependOnClassesThat().resideInAPackage("roster.eventstore..");

    @ArchTest static final ArchRule no_package_depends_on_the_projection = noClasses()
            .that().resideOutsideOfPackage("roster.query.projection")
            .should().dependOnClassesThat().resideInAPackage("roster.query.projection");

    @ArchTest static final ArchRule only_the_projection_folds = noClasses()
            .that().resideOutsideOfPackages("roster.query.projection", "roster.query.rebuild", "roster.query.fold")
            .should().dependOnClassesThat().resideInAPackage("roster.query.fold");

    @ArchTest static final ArchRule controllers_and_configurations_are_used_only_in_their_package = classes()
            .that(simpleNameEndingWith("Controller").or(simpleNameEndingWith("Configuration")).or(simpleNameEndingWith("Properties")))
            .should().notBePublic();

    @ArchTest static final ArchRule problem_codes_are_given_in_one_place = noClasses().that().doNotHaveSimpleName("QueryProblems")
            .should().callMethod(Problem.class, "of", HttpStatus.class, String.class, String.class, FieldError[].class);

    @ArchTest static final ArchRule the_event_store_is_appended_to_by_others = noClasses()
            .should().dependOnClassesThat(resideInAnyPackage("roster.eventstore..").and(simpleNameEndingWith("Appender")
                    .or(simpleNameEndingWith("Notifier"))));

    @ArchTest static final ArchRule every_question_says_who_may_ask_it = DeclaredNeeds.OF_MAPPED_METHODS;
}

package roster.command;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.lang.annotation.Annotation;
import java.time.Instant;
import java.util.List;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.NullMarked;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RestController;

import roster.access.requirement.OperatorOnly;
import roster.access.requirement.Requires;
import roster.command.access.LinkBearer;
import roster.command.access.NeedsByContent;
import roster.command.access.NotificationServiceOnly;
import roster.command.access.OwnerOnly;
import roster.command.access.SystemOnly;
import roster.command.bus.Command;
import roster.command.bus.Creation;
import roster.command.rejection.Rejection;
import roster.eventstore.EventAppender;
import roster.http.problem.FieldError;
import roster.http.problem.Problem;

@AnalyzeClasses(packages = "roster.command", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final List<Class<? extends Annotation>> GATES = List.of(Requires.class, OperatorOnly.class, LinkBearer.class,
            NotificationServiceOnly.class, SystemOnly.class, OwnerOnly.class);

    private static final DescribedPredicate<JavaClass> AGGREGATES = DescribedPredicate.describe("aggregates",
            it -> it.getFields().stream().anyMatch(field -> field.isAnnotatedWith(AggregateIdentifier.class)));

    private static final DescribedPredicate<JavaClass> COMMANDS = DescribedPredicate.describe("commands",
            it -> it.isAssignableTo(Command.class) && !it.isInterface());

    private static final DescribedPredicate<JavaClass> BY_CONTENT = DescribedPredicate.describe("deciding by their content",
            it -> it.isAssignableTo(NeedsByContent.class));

    private static final String[] SURROUNDINGS = {"org.springframework..", "java.sql..", "javax.sql..", "org.postgresql..", "jakarta..",
            "tools.jackson..", "org.apache..", "org.slf4j..", "io.micrometer.."};

    @ArchTest static final ArchRule no_feature_needs_itself_by_a_detour = slices().matching("roster.command.(*)..").should()
            .beFreeOfCycles();

    @ArchTest static final ArchRule aggregates_know_nothing_of_their_surroundings = noClasses().that(AGGREGATES)
            .should().dependOnClassesThat().resideInAnyPackage(SURROUNDINGS);

    @ArchTest static final ArchRule commands_and_rejections_do_not_either = noClasses().that(COMMANDS)
            .or(are(assignableTo(Rejection.class)))
            .should().dependOnClassesThat().resideInAnyPackage(SURROUNDINGS);

    @ArchTest static final ArchRule every_command_says_who_may_send_it = classes().that(COMMANDS)
            .should(new ArchCondition<>(
                    "carry exactly one of @Requires, @OperatorOnly, @LinkBearer, @NotificationServiceOnly, @SystemOnly and @OwnerOnly, or say it by their content") {
                @Override
                public void check(JavaClass command, ConditionEvents events) {
                    var gates = GATES.stream().filter(command::isAnnotatedWith).count() + (BY_CONTENT.test(command) ? 1 : 0);
                    events.add(new SimpleConditionEvent(command, gates == 1, command.getName() + " carries " + gates));
                }
            });

    @ArchTest static final ArchRule commands_that_create_say_so = classes().that(COMMANDS)
            .should(new ArchCondition<>("be a Creation exactly when a constructor handles them") {
                @Override
                public void check(JavaClass command, ConditionEvents events) {
                    var creates = command.getConstructorsWithParameterTypeOfSelf().stream()
                            .anyMatch(it -> it.isAnnotatedWith(CommandHandler.class));
                    events.add(new SimpleConditionEvent(command, creates == command.isAssignableTo(Creation.class), command.getName()));
                }
            });

    @ArchTest static final ArchRule what_http_says_of_a_rejection_is_decided_in_one_place = noClasses()
            .that()
            .resideInAnyPackage("..member..", "..membership..", "..text..", "..organization..", "..token..", "..bus..", "..retry..",
                    "..store..", "..publisher..")
            .should().dependOnClassesThat(are(type(Problem.class)).or(are(type(HttpStatus.class))));

    @ArchTest static final ArchRule problem_codes_are_given_in_one_place = noClasses().that().doNotHaveSimpleName("Problems")
            .should().callMethod(Problem.class, "of", HttpStatus.class, String.class, String.class, FieldError[].class);

    @ArchTest static final ArchRule controllers_translate_and_nothing_else = noClasses().that().areAnnotatedWith(RestController.class)
            .should().dependOnClassesThat().resideInAnyPackage("org.springframework.jdbc..", "org.axonframework..", "roster.eventstore..");

    @ArchTest static final ArchRule controllers_are_called_by_http_alone = classes().that().areAnnotatedWith(RestController.class)
            .should().bePackagePrivate();

    @ArchTest static final ArchRule only_the_store_appends = noClasses().that().resideOutsideOfPackage("..store..")
            .should().dependOnClassesThat(are(type(EventAppender.class)));

    @ArchTest static final ArchRule time_is_asked_of_a_clock = noClasses().should().callMethod(Instant.class, "now")
            .orShould().callMethod(System.class, "currentTimeMillis");

    @ArchTest static final ArchRule null_is_declared = classes()
            .should(new ArchCondition<>("be in a package that is @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    events.add(new SimpleConditionEvent(type, type.getPackage().isAnnotatedWith(NullMarked.class), type.getName()));
                }
            });
}

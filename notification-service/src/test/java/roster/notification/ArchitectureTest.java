package roster.notification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "roster.notification", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest static final ArchRule features_have_no_cycles = slices().matching("roster.notification.(*)..").should().beFreeOfCycles();

    @ArchTest static final ArchRule what_arrives_and_what_leaves_meet_in_the_queue_only = noClasses().that()
            .resideInAPackage("roster.notification.invitation").should().dependOnClassesThat()
            .resideInAnyPackage("roster.notification.mail", "roster.notification.message");

    @ArchTest static final ArchRule only_the_queue_knows_its_tables = noClasses().that()
            .resideOutsideOfPackage("roster.notification.queue")
            .should().dependOnClassesThat().resideInAPackage("org.springframework.jdbc..");

    @ArchTest static final ArchRule only_what_arrives_knows_kafka = noClasses().that()
            .resideOutsideOfPackage("roster.notification.invitation")
            .should().dependOnClassesThat().resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..");

    @ArchTest static final ArchRule only_the_queue_and_the_composer_are_public = classes().that().areTopLevelClasses().and()
            .resideInAnyPackage("roster.notification.invitation", "roster.notification.mail").should().notBePublic();
}

package roster.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.springframework.stereotype.Controller;
import org.springframework.web.client.RestClient;

@AnalyzeClasses(packages = "roster.console", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest static final ArchRule no_feature_needs_itself_by_a_detour = slices().matching("roster.console.(*)..").should()
            .beFreeOfCycles();

    @ArchTest static final ArchRule pages_are_called_by_http_alone = classes().that().areMetaAnnotatedWith(Controller.class)
            .should().bePackagePrivate();

    @ArchTest static final ArchRule only_those_who_must_talk_http = noClasses()
            .that().resideOutsideOfPackages("roster.console.service", "roster.console.signin..")
            .should().dependOnClassesThat().areAssignableTo(RestClient.class);

    @ArchTest static final ArchRule the_console_keeps_no_data = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..", "java.nio.file..");

    @ArchTest static final ArchRule null_is_declared = classes()
            .should(new ArchCondition<>("be in a package that is @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    events.add(new SimpleConditionEvent(type, type.getPackage().isAnnotatedWith(NullMarked.class), type.getName()));
                }
            });
}

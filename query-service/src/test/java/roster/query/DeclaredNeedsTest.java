package roster.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;

import roster.access.requirement.AnyCaller;
import roster.access.requirement.OperatorOnly;

class DeclaredNeedsTest {
    /** Not annotated as a controller, because tests that start the service would find it. */
    static final class Careless {
        @GetMapping("/silent")
        void silent() {}

        @AnyCaller
        @OperatorOnly
        @GetMapping("/contradictory")
        void contradictory() {}

        @AnyCaller
        @GetMapping("/clear")
        void clear() {}
    }

    @Test
    void a_method_that_says_nothing_or_two_things_is_named() {
        var result = DeclaredNeeds.OF_MAPPED_METHODS.evaluate(new ClassFileImporter().importClasses(Careless.class));

        assertThat(result.getFailureReport().getDetails()).hasSize(2)
                .anyMatch(it -> it.contains("silent() says []"))
                .anyMatch(it -> it.contains("contradictory() says [OperatorOnly, AnyCaller]"));
    }
}

package roster.eventstore;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "roster.eventstore", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest static final ArchRule the_store_is_postgresql_and_plain_jdbc = classes()
            .should().onlyDependOnClassesThat()
            .resideInAnyPackage("roster.eventstore..", "roster.contract..", "roster.operation.reader..",
                    "java..", "javax.sql..", "javax.crypto..",
                    "org.springframework.jdbc..",
                    "org.springframework.dao..", "org.springframework.core..", "org.springframework.transaction.support..",
                    "org.postgresql..", "org.slf4j..",
                    "io.micrometer.core.instrument..", "com.github.benmanes.caffeine.cache..",
                    "org.jspecify.annotations..");
}

package roster.query;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs the test with the whole service on a random port, a PostgreSQL database, and a {@link Recorder}. Classes share them: each has
 * organizations of its own ({@link Acme#named}). A test that rebuilds views, damages data or counts everything is an {@link OwnServiceTest}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = FreshDatabase.class)
@Import({Client.class, Recorder.class, QueryApi.class})
public @interface ServiceTest {
}

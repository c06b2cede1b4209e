package roster.query;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** Runs the test as {@link ServiceTest}, with a service and a database that no other class uses. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "roster.test.own=true")
@ContextConfiguration(initializers = FreshDatabase.class)
@Import({Client.class, Recorder.class, QueryApi.class})
@DirtiesContext
public @interface OwnServiceTest {
}

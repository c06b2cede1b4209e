package roster.http.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a method of a controller answers, where its signature does not say so; for the OpenAPI document. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Answered {
    int status() default 200;

    /** What the body is; without it, what the method returns. {@code Void} for no body. */
    Class<?> with() default Signature.class;

    /** Headers that are not in every such answer, though its arguments would have it so. */
    String[] perhaps() default {};

    /** The rejections that not every such request may meet. */
    Class<?>[] unless() default {};

    /** Stands for what the method returns. */
    final class Signature {
        private Signature() {}
    }
}

package roster.contract.event;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what names a person. The value tells whose key will seal it: the {@code member}'s own, the
 * {@code inviter}'s, or that of the {@code owner} of a personal token.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Personal {
    String value();
}

package roster.contract.event;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a field that names a person. The annotation's value determines whose key seals it: {@code member}, {@code inviter}, {@code owner} of a
 * personal token, {@code subject} of the event, or {@code actor}. The field is null when it can no longer be read, because the person was
 * erased, or the key or the sealed bytes are lost.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.PARAMETER})
public @interface Personal {
    String value();
}

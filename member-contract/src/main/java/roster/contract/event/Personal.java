package roster.contract.event;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what names a person. The value tells whose key seals it: that of the {@code member}, of the {@code inviter} or of the
 * {@code owner} of a personal token; of the {@code subject} whom the event is about; of the {@code actor} who acted. It is null where it can
 * no longer be read: the person has been erased, or the key or the sealed bytes are lost.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.PARAMETER})
public @interface Personal {
    String value();
}

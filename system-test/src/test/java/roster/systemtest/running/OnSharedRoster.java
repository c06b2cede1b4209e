package roster.systemtest.running;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Tests of the Roster that is shared, which stay out of each other's way. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SharedRoster.class)
@ResourceLock(value = SharedRoster.NAME, mode = ResourceAccessMode.READ)
public @interface OnSharedRoster {
}

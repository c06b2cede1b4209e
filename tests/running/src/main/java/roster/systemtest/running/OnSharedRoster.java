package roster.systemtest.running;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Runs tests with the shared Roster, one class at a time. They do not affect each other, but all of them wait for those that lock others out,
 * and would begin at the same moment then.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SharedRoster.class)
@ResourceLock(value = SharedRoster.NAME, mode = ResourceAccessMode.READ)
@ResourceLock("the APIs of the shared Roster")
public @interface OnSharedRoster {
}

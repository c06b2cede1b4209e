package roster.systemtest.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

import roster.systemtest.running.SharedRoster;

/** Runs tests of the shared Roster's pages one at a time, because the browser is single-threaded. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({SharedRoster.class, Founding.class})
@ResourceLock(value = SharedRoster.NAME, mode = ResourceAccessMode.READ)
@ResourceLock(Chromium.NAME)
@Order(3)
@interface InBrowser {
}

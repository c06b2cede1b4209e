package roster.local;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Raises the default timeout of Awaitility to what a heavily loaded machine needs. Passing tests do not take longer.
 */
public final class Patience implements LauncherSessionListener {
    public static final Duration LIMIT = Duration.ofMinutes(3);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(LIMIT);
    }
}

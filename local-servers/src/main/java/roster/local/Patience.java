package roster.local;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Lets tests wait for a condition as long as a machine that has much else to do may take to fulfil it. A test that passes does not wait
 * longer for it.
 */
public final class Patience implements LauncherSessionListener {
    public static final Duration LIMIT = Duration.ofMinutes(3);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(LIMIT);
    }
}

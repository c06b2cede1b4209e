package roster.systemtest.trial.cluster;

import java.util.Locale;

/** The services of which two processes run. */
public enum ServiceKind {
    COMMAND_SERVICE,
    QUERY_SERVICE,
    NOTIFICATION_SERVICE;

    /** Name of its module. */
    public String module() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package roster.migrate;

import java.util.Locale;

/** A schema of the database, in the order of migration. Its migrations are in {@code db/<name>}. */
public enum Schema {
    EVENT_STORE,
    KEY_STORE,
    COMMAND,
    VIEWS,
    RECORD_LOG,
    NOTIFICATION;

    String sqlName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

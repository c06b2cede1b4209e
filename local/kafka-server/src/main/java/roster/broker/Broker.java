package roster.broker;

import kafka.Kafka;
import kafka.tools.StorageTool;

/** Starts Kafka, and formats its storage before the first start. Kafka's own command for that takes a JVM more. */
public final class Broker {
    private Broker() {}

    /** @param arguments the file of the settings; before the first start also the id of the new cluster */
    public static void main(String[] arguments) {
        var settings = arguments[0];
        if (arguments.length == 1 || isFormatted(settings, arguments[1])) {
            Kafka.main(new String[]{settings});
        } else {
            System.exit(1);
        }
    }

    private static boolean isFormatted(String settings, String cluster) {
        return StorageTool.execute(new String[]{"format", "--config", settings, "--cluster-id", cluster, "--ignore-formatted"},
                System.out) == 0;
    }
}

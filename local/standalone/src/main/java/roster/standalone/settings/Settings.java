package roster.standalone.settings;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import roster.local.process.Ports;

/**
 * Settings of the launcher.
 *
 * @param root folder of the checkout with the built services
 * @param data folder of all persistent data
 */
public record Settings(Path root, Path data, Map<Port, Integer> ports) {
    /** @throws StartFailure when a setting is invalid */
    public static Settings of(Map<String, String> environment, Path root) {
        var ports = new EnumMap<Port, Integer>(Port.class);
        for (var port : Port.values()) {
            var value = environment.get(port.setting());
            ports.put(port, value == null || value.isBlank() ? port.standard() : number(port, value.strip()));
        }
        requireDistinct(ports);
        var data = environment.get("ROSTER_DATA");
        return new Settings(root, data == null || data.isBlank() ? root.resolve(".roster") : Path.of(data).toAbsolutePath().normalize(),
                Map.copyOf(ports));
    }

    private static int number(Port port, String value) {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65_535) {
            throw new StartFailure(port.setting() + " must be a port, 1 to 65535, and not '" + value + "'");
        }
        return Integer.parseInt(value);
    }

    private static void requireDistinct(Map<Port, Integer> ports) {
        var owners = new HashMap<Integer, Port>();
        ports.forEach((port, number) -> {
            var other = owners.put(number, port);
            if (other != null) {
                throw new StartFailure(other.setting() + " and " + port.setting() + " are both " + number);
            }
        });
    }

    public int port(Port port) {
        return ports.getOrDefault(port, port.standard());
    }

    /** @throws StartFailure with one line per port that is in use */
    public void requireFreePorts() {
        var taken = new EnumMap<>(ports).entrySet().stream().filter(port -> Ports.isTaken(port.getValue()))
                .map(port -> "port " + port.getValue() + " (" + port.getKey().listener() + ") is taken by another program; set "
                        + port.getKey().setting() + " to another port")
                .collect(Collectors.joining("\n"));
        if (!taken.isEmpty()) {
            throw new StartFailure(taken);
        }
    }
}

package roster.standalone.doctor;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import roster.local.process.Application;
import roster.standalone.settings.Service;

/** Checks that everything that {@code ./roster up} starts is built. */
record BuildCheck(Path root) {
    Finding finding() {
        var missing = Stream.concat(Arrays.stream(Service.values()).map(Service::module), Stream.of("local/kafka-server"))
                .filter(module -> Application.built(root, module).isEmpty()).collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? Finding.good("build", "complete in " + root)
                : Finding.problem("build", missing + " is not built", "./roster up builds what is missing");
    }
}

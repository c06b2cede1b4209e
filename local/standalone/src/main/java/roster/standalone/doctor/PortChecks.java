package roster.standalone.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import roster.local.process.Ports;
import roster.standalone.settings.Port;
import roster.standalone.settings.Settings;

/**
 * Checks the ports of Roster.
 *
 * @param running true while Roster uses them
 */
record PortChecks(Settings settings, boolean running) {
    List<Finding> findings() {
        var problems = Arrays.stream(Port.values()).map(running ? this::silent : this::taken).flatMap(Optional::stream).toList();
        return problems.isEmpty()
                ? List.of(Finding.good("ports", running ? "Roster runs, and answers on all of them" : "all are free"))
                : problems;
    }

    private Optional<Finding> taken(Port port) {
        int number = settings.port(port);
        return Ports.isTaken(number)
                ? Optional.of(Finding.problem("port " + number, "it is for " + port.listener() + ", and taken by " + Listener.on(number),
                        "end that program, or set " + port.setting() + " to another port"))
                : Optional.empty();
    }

    private Optional<Finding> silent(Port port) {
        int number = settings.port(port);
        return Ports.accepts(number)
                ? Optional.empty()
                : Optional.of(Finding.problem("port " + number, port.listener() + " does not answer, though Roster runs",
                        "wait if it is starting; ./roster logs has the reason otherwise"));
    }
}

package roster.standalone.doctor;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import roster.standalone.running.Terminal;
import roster.standalone.settings.DataFolder;
import roster.standalone.settings.Settings;

/** {@code ./roster doctor}: checks the machine, the build, the ports and the data folder, and names each problem with its remedy. */
public final class Doctor {
    private final Settings settings;
    private final Terminal terminal;

    public Doctor(Settings settings, Terminal terminal) {
        this.settings = settings;
        this.terminal = terminal;
    }

    /** @return true when there is no problem */
    public boolean run() throws IOException {
        var findings = examine();
        findings.forEach(finding -> terminal.say(finding.text()));
        long problems = findings.stream().filter(finding -> !finding.isGood()).count();
        terminal.say(problems == 0 ? "No problem was found." : problems == 1 ? "1 problem was found." : problems + " problems were found.");
        return problems == 0;
    }

    private List<Finding> examine() throws IOException {
        boolean running = DataFolder.isInUse(settings.data());
        var machine = new Machine(System.getenv(), Clock.systemUTC());
        var data = new DataChecks(settings);
        var findings = new ArrayList<Finding>();
        findings.add(machine.jdk());
        findings.add(machine.maven());
        findings.add(new BuildCheck(settings.root()).finding());
        findings.addAll(new PortChecks(settings, running).findings());
        findings.add(machine.memory(running));
        findings.add(machine.disk(settings.data()));
        findings.add(data.access());
        findings.add(data.version());
        findings.add(machine.clock(data.newest()));
        return findings;
    }
}

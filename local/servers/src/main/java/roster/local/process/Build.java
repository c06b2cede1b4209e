package roster.local.process;

import java.util.Optional;

/** The process that runs the tests: Maven or an IDE. */
public final class Build {
    private Build() {}

    /** The nearest ancestor that is not a shell; this process itself if there is none. */
    public static ProcessHandle process() {
        var ancestor = ProcessHandle.current().parent();
        while (ancestor.filter(Build::isShell).isPresent()) {
            ancestor = ancestor.flatMap(ProcessHandle::parent);
        }
        return ancestor.filter(it -> it.pid() > 1).orElseGet(ProcessHandle::current);
    }

    private static boolean isShell(ProcessHandle process) {
        return Optional.of(process.info()).flatMap(ProcessHandle.Info::command).orElse("").endsWith("sh");
    }
}

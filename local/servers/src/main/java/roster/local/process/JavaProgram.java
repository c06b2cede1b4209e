package roster.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The path of the java command of the current JVM. */
public final class JavaProgram {
    private JavaProgram() {}

    public static List<String> command(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        return command;
    }
}

package roster.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A runnable module: a jar whose manifest names its libraries, in a folder beside it, and its AOT cache. */
public record Application(Path jar, AotCache cache) {
    /**
     * Returns the application that a module builds; empty when it is not built.
     *
     * @param module folder of the module below the root, for instance {@code local/kafka-server}
     */
    public static Optional<Application> built(Path root, String module) {
        var target = root.resolve(module).resolve("target");
        var name = Path.of(module).getFileName().toString();
        var jar = target.resolve(name + ".jar");
        return Files.exists(jar)
                ? Optional.of(new Application(jar, AotCache.in(target, name, jar, target.resolve("lib"))))
                : Optional.empty();
    }

    /** The command that runs it; arguments may be appended. */
    public List<String> command(List<String> flags) {
        return java(flags, cache.flags(), List.of("-jar", jar.toString()));
    }

    /** The command of a training run: the program and the programs that it starts write their caches when they end. */
    public List<String> training(List<String> flags) {
        return java(flags, cache.record(), List.of("-D" + AotCache.RECORDING + "=true", "-jar", jar.toString()));
    }

    private static List<String> java(List<String> flags, List<String> cacheFlags, List<String> program) {
        var command = JavaProgram.command();
        command.addAll(flags);
        command.addAll(cacheFlags);
        command.addAll(program);
        return command;
    }
}

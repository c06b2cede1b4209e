package roster.systemtest.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts one Roster for all tests, on first use. Each test uses an organization of its own. Test classes with {@link OnSharedRoster} run
 * concurrently; those that cause failures lock the others out ({@link #NAME}, {@code READ_WRITE}).
 */
public final class SharedRoster implements ParameterResolver {
    public static final String NAME = "the shared Roster";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Roster.class;
    }

    @Override
    public Roster resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return in(context);
    }

    public static Roster in(ExtensionContext context) {
        return context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Roster.class, _ -> Roster.start(folder()), Roster.class);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "shared-roster-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package roster.systemtest.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One running Roster for all tests that break nothing, started when the first asks for it. Each takes an organization of its own. */
public final class SharedRoster implements ParameterResolver {
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

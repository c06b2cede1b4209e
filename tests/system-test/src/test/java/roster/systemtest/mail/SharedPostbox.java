package roster.systemtest.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A postbox shared by tests, which restore its state: a running sender, and a relay and report receiver without faults. */
final class SharedPostbox implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Postbox.class;
    }

    @Override
    public Postbox resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Postbox.class, _ -> new Postbox(folder()), Postbox.class);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "shared-postbox-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package roster.systemtest.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Starts one Roster for all tests, before any test begins: beside the first ones it would take a minute, and most classes wait for it. Each
 * test uses an organization of its own. Test classes that cause failures lock the others out ({@link #NAME}, {@code READ_WRITE}).
 */
public final class SharedRoster implements ParameterResolver, TestExecutionListener {
    public static final String NAME = "the shared Roster";
    private static final AtomicReference<@Nullable Roster> STARTED = new AtomicReference<>();

    @Override
    public void testPlanExecutionStarted(TestPlan tests) {
        if (tests.getRoots().stream().flatMap(it -> tests.getDescendants(it).stream()).anyMatch(SharedRoster::needsIt)) {
            STARTED.set(Roster.start(folder()));
        }
    }

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
                .computeIfAbsent(Roster.class, _ -> Objects.requireNonNullElseGet(STARTED.get(), () -> Roster.start(folder())),
                        Roster.class);
    }

    private static boolean needsIt(TestIdentifier test) {
        return test.getSource().filter(ClassSource.class::isInstance).map(it -> ((ClassSource) it).getJavaClass())
                .flatMap(it -> AnnotationSupport.findRepeatableAnnotations(it, ExtendWith.class).stream()
                        .filter(extensions -> List.of(extensions.value()).contains(SharedRoster.class)).findAny())
                .isPresent();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "shared-roster-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package roster.command.store;

import java.util.UUID;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import org.axonframework.common.IdentifierFactory;

/** Identifiers that grow with time (RFC 9562), so that indexes on them stay tight. Axon finds it as a service. */
public final class UuidV7 extends IdentifierFactory {
    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    public static UUID next() {
        return GENERATOR.generate();
    }

    @Override
    public String generateIdentifier() {
        return next().toString();
    }
}

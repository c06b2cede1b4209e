package roster.command.rejection;

import org.axonframework.commandhandling.CommandExecutionException;

/** Carries a {@link Rejection} from where it is decided to where it is told. Not a failure, so without a stack trace. */
public final class Refused extends CommandExecutionException {
    private final transient Rejection rejection;

    public Refused(Rejection rejection) {
        super(rejection.toString(), null, rejection, false);
        this.rejection = rejection;
    }

    public Rejection rejection() {
        return rejection;
    }
}

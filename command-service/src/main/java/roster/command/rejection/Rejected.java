package roster.command.rejection;

import org.axonframework.commandhandling.CommandExecutionException;

/** Exception that carries a {@link Rejection} to {@link Problems}. Has no stack trace. */
public final class Rejected extends CommandExecutionException {
    private final transient Rejection rejection;

    public Rejected(Rejection rejection) {
        super(rejection.toString(), null, rejection, false);
        this.rejection = rejection;
    }

    public Rejection rejection() {
        return rejection;
    }

    /** Code of the problem that it becomes. */
    public String code() {
        return Problems.code(rejection);
    }
}

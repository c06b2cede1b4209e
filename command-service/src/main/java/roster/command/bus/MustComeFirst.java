package roster.command.bus;

/** Thrown by a handler that has changed nothing yet: another command has to be carried out before, in the same transaction. */
public final class MustComeFirst extends RuntimeException {
    private final transient Command command;

    public MustComeFirst(Command command) {
        super(command.toString(), null, false, false);
        this.command = command;
    }

    Command command() {
        return command;
    }
}

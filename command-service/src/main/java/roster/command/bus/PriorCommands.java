package roster.command.bus;

/** Carries out a command on another aggregate, as the system, while a command is decided. Its events are recorded before those of the latter. */
public interface PriorCommands {
    void carryOut(Command command);
}

package roster.command.bus;

/** Carries out a command on another aggregate within the one that is being decided: as the system, and recorded before its events. */
public interface PriorCommands {
    void carryOut(Command command);
}

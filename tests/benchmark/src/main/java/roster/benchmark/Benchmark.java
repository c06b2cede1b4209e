package roster.benchmark;

/** Measures one path through Roster, in several rounds. */
public interface Benchmark {
    /** The word that selects it. */
    String name();

    /** Describes what is measured, in one line. */
    String what();

    void run(Session session);
}

package roster.standalone;

import java.io.PrintStream;

/** The lines that whoever runs Roster sees. */
record Terminal(PrintStream out) {
    void say(String line) {
        out.println(line);
        out.flush();
    }
}

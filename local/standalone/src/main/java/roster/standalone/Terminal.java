package roster.standalone;

import java.io.PrintStream;

/** Prints lines for the user. */
record Terminal(PrintStream out) {
    void say(String line) {
        out.println(line);
        out.flush();
    }
}

package roster.standalone.running;

import java.io.PrintStream;

/** Prints lines for the user. */
public record Terminal(PrintStream out) {
    public void say(String line) {
        out.println(line);
        out.flush();
    }
}

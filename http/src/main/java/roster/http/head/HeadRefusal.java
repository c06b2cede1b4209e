package roster.http.head;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;

/** Answers a request that is rejected for its path, its query or a header, in the format of the application. */
@FunctionalInterface
public interface HeadRefusal {
    void write(WrongPart wrong, HttpServletResponse response) throws IOException;
}

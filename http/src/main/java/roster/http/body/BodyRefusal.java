package roster.http.body;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;

/** Answers a request whose body was not read, in the format of the application. */
@FunctionalInterface
public interface BodyRefusal {
    void write(HttpStatus status, HttpServletResponse response) throws IOException;
}

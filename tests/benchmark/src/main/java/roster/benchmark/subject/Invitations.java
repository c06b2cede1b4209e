package roster.benchmark.subject;

import java.util.concurrent.atomic.AtomicInteger;

import roster.benchmark.http.Request;
import roster.benchmark.http.Response;

/** Requests that invite, each another person, to {@code acme}. */
public final class Invitations {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final AtomicInteger ACCEPTED = new AtomicInteger();

    private final String token;

    public Invitations(String token) {
        this.token = token;
    }

    /** Number of invitations that command-service has accepted. */
    public static int accepted() {
        return ACCEPTED.get();
    }

    /** An invitation of one person. */
    public record Invitation(String token, int number) {
        public String email() {
            return "grace-" + number + "@bench.example";
        }

        public byte[] request() {
            return Request.post("/organizations/acme/members", token,
                    "{\"name\":\"Grace Hopper " + number + "\",\"email\":\"" + email() + "\",\"role\":\"developer\"}");
        }
    }

    /** @throws IllegalStateException when it is not the answer to an invitation that is accepted */
    public Response require(Response answer) {
        answer.require(201);
        ACCEPTED.incrementAndGet();
        return answer;
    }

    public Invitation next() {
        return new Invitation(token, NUMBER.incrementAndGet());
    }
}

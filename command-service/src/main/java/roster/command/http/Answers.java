package roster.command.http;

import org.springframework.http.ResponseEntity;

import roster.command.retry.Answer;

/** An {@link Answer} as Spring sends it. */
public final class Answers {
    private Answers() {}

    public static ResponseEntity<Object> response(Answer answer) {
        var response = ResponseEntity.status(answer.status());
        answer.headers().forEach(response::header);
        return response.body(answer.shownOnce() == null ? answer.body() : answer.shownOnce());
    }
}

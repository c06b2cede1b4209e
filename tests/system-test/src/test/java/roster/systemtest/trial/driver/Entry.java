package roster.systemtest.trial.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A command in the journal, with all attempts to send it. */
public final class Entry {
    private final String id;
    private final String operation;
    private final Prediction prediction;
    private final List<Attempt> attempts = new ArrayList<>();
    private String body = "";
    private String version = "";

    /** @param id correlation id of all attempts, and the start of their request ids */
    public Entry(String id, String operation, Prediction prediction) {
        this.id = id;
        this.operation = operation;
        this.prediction = prediction;
    }

    public synchronized Entry add(Attempt attempt) {
        attempts.add(attempt);
        return this;
    }

    /**
     * @param text answer's body
     * @param etag answer's ETag
     */
    public synchronized Entry answered(String text, String etag) {
        body = text;
        version = etag;
        return this;
    }

    public String id() {
        return id;
    }

    public String operation() {
        return operation;
    }

    public Prediction prediction() {
        return prediction;
    }

    public synchronized List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    /** The attempt that settled it; empty when none did. */
    public synchronized Optional<Attempt> settled() {
        return attempts.stream().filter(Attempt::isFinal).findFirst();
    }

    public boolean isAccepted() {
        return settled().filter(it -> it.status() < 300).isPresent();
    }

    public synchronized String body() {
        return body;
    }

    /** True when status, code and version are as predicted. */
    public synchronized boolean isAsPredicted() {
        return settled().filter(it -> it.status() == prediction.status() && it.code().equals(prediction.code())).isPresent()
                && (prediction.version() == null || version.equals("\"" + prediction.version() + "\""));
    }

    @Override
    public synchronized String toString() {
        return operation + " " + id + ", predicted " + prediction + ", answered with " + version + " " + body + " after " + attempts;
    }
}

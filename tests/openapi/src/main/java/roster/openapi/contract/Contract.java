package roster.openapi.contract;

import java.util.ArrayList;
import java.util.List;

import roster.openapi.Json;

/** The committed document of a service, against which every exchange in its tests is checked. */
public final class Contract {
    /** Paths that the document does not contain. */
    private static final List<String> BESIDE = List.of("/openapi.json", "/asyncapi.yaml", "/schemas/", "/docs");
    /** Statuses of requests that are rejected before their operation is known: their line or their headers are too long. */
    private static final List<Integer> BEFORE_ROUTING = List.of(414, 431);

    private final Document document;
    private final ExpectedRequest requests;
    private final ExpectedAnswer answers;

    private Contract(Document document) {
        this.document = document;
        this.requests = new ExpectedRequest(document);
        this.answers = new ExpectedAnswer(document);
    }

    public static Contract of(String service) {
        return new Contract(Document.closed(Json.require("/openapi/" + service + ".json")));
    }

    /** @throws AssertionError when the exchange violates the document */
    public void hold(Exchange exchange) {
        if (BESIDE.stream().anyMatch(exchange.path()::startsWith)) {
            return;
        }
        var violations = document.operation(exchange.method(), exchange.pathOnly())
                .filter(_ -> !BEFORE_ROUTING.contains(exchange.status()))
                .map(it -> violations(it, exchange))
                .orElseGet(() -> answers.violationsWithoutOperation(exchange));
        if (!violations.isEmpty()) {
            throw new AssertionError(exchange + " violates the OpenAPI document:\n  " + String.join("\n  ", violations));
        }
    }

    /** Rejected requests are not checked, because they may be invalid in any way. */
    private List<String> violations(Operation operation, Exchange exchange) {
        var violations = new ArrayList<>(answers.violations(operation, exchange));
        if (exchange.succeeded()) {
            violations.addAll(requests.violations(operation, exchange));
        }
        return violations;
    }
}

package roster.openapi.contract;

import java.util.ArrayList;
import java.util.List;

import roster.openapi.Json;

/** The committed document of a service, which every exchange with it is held against. */
public final class Contract {
    /** The document does not tell of itself. */
    private static final List<String> BESIDE = List.of("/openapi.json", "/docs");

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

    /** @throws AssertionError when the document does not say so */
    public void hold(Exchange exchange) {
        if (BESIDE.stream().anyMatch(exchange.path()::startsWith)) {
            return;
        }
        var violations = document.operation(exchange.method(), exchange.pathOnly())
                .map(it -> violations(it, exchange))
                .orElseGet(() -> answers.violationsWithoutOperation(exchange));
        if (!violations.isEmpty()) {
            throw new AssertionError(exchange + ", which the OpenAPI document does not say:\n  " + String.join("\n  ", violations));
        }
    }

    /** A request that was refused may have been wrong in any way. */
    private List<String> violations(Operation operation, Exchange exchange) {
        var violations = new ArrayList<>(answers.violations(operation, exchange));
        if (exchange.succeeded()) {
            violations.addAll(requests.violations(operation, exchange));
        }
        return violations;
    }
}

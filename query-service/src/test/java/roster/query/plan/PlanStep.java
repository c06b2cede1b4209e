package roster.query.plan;

import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/** A step of an executed plan, or of one that was only planned, whose rows are estimates. */
record PlanStep(JsonNode json) {
    /** More rows than a page, a batch, or the members with a rare word. */
    private static final int MANY = 2_000;
    /** More rows than the members of a batch have had before. */
    private static final int MOST_IN_VAIN = 5_000;

    static Stream<PlanStep> of(JsonNode plan) {
        return Stream.concat(Stream.of(new PlanStep(plan)), plan.path("Plans").valueStream().flatMap(PlanStep::of));
    }

    /** The reason for which the step becomes slow as its table grows. A whole table may be read where most of it is needed. */
    Optional<String> fault() {
        var type = json.path("Node Type").asString();
        double removed = number("Rows Removed by Filter") + number("Rows Removed by Index Recheck");
        if (type.equals("Seq Scan") && removed + rows() > MANY && removed >= rows()) {
            return fault("reads the whole table " + table());
        }
        if (json.has("Relation Name") && removed > MOST_IN_VAIN && removed > 2 * rows()) {
            return fault("discards most rows of " + table());
        }
        return type.endsWith("Sort") && sorted() > MANY ? fault("has many rows") : Optional.empty();
    }

    private double sorted() {
        return json.path("Plans").valueStream().mapToDouble(it -> new PlanStep(it).rows()).sum();
    }

    private Optional<String> fault(String what) {
        return Optional.of(json.path("Node Type").asString() + " " + what);
    }

    private String table() {
        return json.path("Relation Name").asString();
    }

    /** Rows of one execution of the step. Those of a plan that was only planned are estimates; a table that is read completely has all. */
    private double rows() {
        return json.has("Actual Rows") ? number("Actual Rows") : number("Plan Rows");
    }

    private double number(String field) {
        return json.path(field).asDouble(0);
    }
}

package roster.verify;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import roster.recordlog.event.LogAlarm;
import roster.recordlog.event.TreeHead;

/** Alarms about an organization, and about no single one: what {@code /organizations/{org}/log/alarms} answers. */
record AlarmsFile(List<LogAlarm> alarms) {
    static final AlarmsFile NONE = new AlarmsFile(List.of());

    /** @throws VerificationFailed for anything else */
    static AlarmsFile of(Stream<String> lines) {
        var alarms = new ArrayList<LogAlarm>();
        lines.forEach(line -> {
            var json = AnswerJson.read(line);
            try {
                alarms.add(new LogAlarm(tree(json), AnswerJson.number(json, "number"), AnswerJson.instant(json, "foundAt"),
                        AnswerJson.text(json, "what")));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new VerificationFailed("not an alarm (" + e.getMessage() + "): " + line);
            }
        });
        return new AlarmsFile(alarms);
    }

    private static UUID tree(JsonNode json) {
        return json.has("organizationId") ? AnswerJson.id(json, "organizationId") : TreeHead.STORE;
    }

    /** The alarm that an entry of the root log has the hash of. */
    Optional<LogAlarm> of(byte[] entry) {
        return alarms.stream().filter(it -> Arrays.equals(it.entry(), entry)).findFirst();
    }
}

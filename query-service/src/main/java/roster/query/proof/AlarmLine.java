package roster.query.proof;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import roster.query.log.LogAlarms.LoggedAlarm;
import roster.recordlog.event.TreeHead;

/**
 * An alarm of the watch, in a file for verifiers.
 *
 * @param organizationId absent when it is about no single organization
 * @param number         of the alarm among those of the organization, or of no single one, from 1
 * @param index          of its entry in the root log
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AlarmLine(@Nullable UUID organizationId, long number, Instant foundAt, String what, long index) {
    static AlarmLine of(LoggedAlarm logged) {
        var alarm = logged.alarm();
        return new AlarmLine(alarm.tree().equals(TreeHead.STORE) ? null : alarm.tree(), alarm.number(), alarm.foundAt(), alarm.what(),
                logged.index());
    }
}

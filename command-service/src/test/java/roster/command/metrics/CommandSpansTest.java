package roster.command.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import roster.command.RecordedSpans;
import roster.command.ServiceTest;
import roster.command.Team;
import roster.command.Teams;

@ServiceTest
class CommandSpansTest {
    private static final String CALLER = "b7ad6b7169203331";

    @Autowired private Teams teams;
    @Autowired private RecordedSpans spans;

    private final String trace = RecordedSpans.newTraceId();

    private Team team() {
        return teams.founded("traced-" + UUID.randomUUID().toString().substring(0, 8));
    }

    @Test
    void a_trace_goes_from_the_request_through_the_command_and_its_append_to_the_record_on_kafka() {
        var team = team();

        var invited = team.invite("grace@navy.example", "developer", "traceparent", "00-" + trace + "-" + CALLER + "-01");

        await().until(() -> spans.of(trace).size() == 4);
        var request = span(SpanKind.SERVER);
        var command = span(SpanKind.INTERNAL);
        assertThat(request.getParentSpanId()).isEqualTo(CALLER);
        assertThat(request.getName()).matches("POST /organizations/\\{\\w+}/members");
        assertThat(request.getAttributes().get(AttributeKey.longKey("http.response.status_code"))).isEqualTo(201);
        assertThat(command.getParentSpanId()).isEqualTo(request.getSpanId());
        assertThat(command.getName()).isEqualTo("InviteMember");
        assertThat(command.getAttributes().get(AttributeKey.stringKey("roster.result"))).isEqualTo("recorded");
        assertThat(span(SpanKind.CLIENT).getParentSpanId()).isEqualTo(command.getSpanId());
        assertThat(team.events(invited.id("/memberId")).getFirst().metadata().traceparent())
                .isEqualTo("00-" + trace + "-" + command.getSpanId() + "-01");
        assertThat(span(SpanKind.PRODUCER).getParentSpanId()).isEqualTo(command.getSpanId());
        assertThat(span(SpanKind.PRODUCER).getName()).isEqualTo("send roster.member-events.v1");
    }

    @Test
    void a_rejection_says_its_code_and_is_no_failure() {
        var team = team();

        team.invite("ada@acme.example", "developer", "traceparent", "00-" + trace + "-" + CALLER + "-01");

        await().until(() -> spans.of(trace).size() == 2);
        assertThat(span(SpanKind.INTERNAL).getAttributes().get(AttributeKey.stringKey("roster.code"))).isEqualTo("email-taken");
        assertThat(spans.of(trace)).noneMatch(it -> it.getStatus().getStatusCode() == StatusCode.ERROR);
    }

    private SpanData span(SpanKind kind) {
        return spans.of(trace).stream().filter(it -> it.getKind() == kind).findFirst().orElseThrow();
    }
}

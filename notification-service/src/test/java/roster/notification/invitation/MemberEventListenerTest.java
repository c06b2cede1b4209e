package roster.notification.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static roster.notification.Surroundings.RELAY;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.contract.event.Inviter;
import roster.contract.event.MemberEvent.InvitationExpired;
import roster.contract.event.MemberEvent.InvitationResent;
import roster.contract.event.MemberEvent.InvitationRevoked;
import roster.contract.event.MemberEvent.MemberEmailChanged;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.event.MemberEvent.NewInvitationRequested;
import roster.contract.event.MemberStatus;
import roster.contract.event.Organization;
import roster.contract.invitation.InvitationToken;
import roster.contract.role.Role;
import roster.notification.DeliverySpans;
import roster.notification.RunningService;
import roster.notification.Surroundings;
import roster.notification.mail.ScriptedRelay.Received;

@RunningService
class MemberEventListenerTest {
    private static Topics topics;

    @Autowired private JdbcClient jdbc;
    @Autowired private QueueProgress queue;

    private final UUID member = UUID.randomUUID();
    private final UUID invitation = UUID.randomUUID();
    private final String invitee = "grace-" + member + "@navy.example";
    private final String inviter = "ada-" + member + "@acme.example";
    private final MemberInvited invited = new MemberInvited(member, new Organization(UUID.randomUUID(), "acme", "Acme"), invitation,
            "Grace Hopper", invitee, Role.DEVELOPER, new Inviter(UUID.randomUUID(), "Ada Lovelace", inviter), inDays(7));

    @BeforeAll
    static void start() throws Exception {
        Topics.createIfAbsent();
        topics = new Topics();
    }

    @AfterAll
    static void stop() {
        topics.close();
    }

    @BeforeEach
    void listen() {
        RELAY.follow((_, _) -> null);
    }

    @Test
    void an_invitation_writes_to_both_and_only_the_invitee_gets_the_link() throws Exception {
        var event = UUID.randomUUID();
        topics.publish(event, 0, invited);

        await().untilAsserted(() -> assertThat(received()).hasSize(2));
        var link = link(RELAY.receivedBy(invitee).getFirst());
        assertThat(Surroundings.SIGNER.verify(link)).contains(new InvitationToken(member, invitation, 1));
        assertThat(RELAY.receivedBy(inviter)).singleElement().satisfies(it -> assertThat(it.message()).doesNotContain("invitations#"));
        assertThat(received()).extracting(it -> it.header("Message-ID")).containsExactlyInAnyOrder(
                "<" + event + ".invitee@mail.roster.example>", "<" + event + ".inviter@mail.roster.example>");
    }

    @Test
    void the_delivery_of_each_e_mail_is_part_of_the_trace_of_its_record() throws Exception {
        var trace = UUID.randomUUID().toString().replace("-", "");
        var record = Topics.record(UUID.randomUUID(), 0, invited);
        record.headers().add("traceparent", ("00-" + trace + "-b7ad6b7169203331-01").getBytes(StandardCharsets.US_ASCII));

        topics.publish(record);

        await().until(() -> spans(trace, SpanKind.CLIENT).size() == 2);
        var processed = spans(trace, SpanKind.CONSUMER);
        assertThat(processed).isNotEmpty().allMatch(it -> it.getParentSpanId().equals("b7ad6b7169203331"));
        assertThat(spans(trace, SpanKind.CLIENT)).allSatisfy(it -> {
            assertThat(it.getParentSpanId()).isIn(processed.stream().map(SpanData::getSpanId).toList());
            assertThat(it.getAttributes().get(AttributeKey.stringKey("roster.outcome"))).isEqualTo("accepted");
        });
    }

    private static List<SpanData> spans(String trace, SpanKind kind) {
        return DeliverySpans.of(trace).stream().filter(it -> it.getKind() == kind).toList();
    }

    @Test
    void a_trace_that_is_none_changes_nothing() throws Exception {
        var record = Topics.record(UUID.randomUUID(), 0, invited);
        record.headers().add("traceparent", "x".repeat(10_000).getBytes(StandardCharsets.US_ASCII));

        topics.publish(record);

        await().untilAsserted(() -> assertThat(received()).hasSize(2));
    }

    @Test
    void a_registration_writes_to_the_first_admin_only() throws Exception {
        topics.publish(UUID.randomUUID(), 0, new MemberInvited(member, invited.organization(), invitation, "Grace", invitee, Role.ADMIN,
                null, inDays(7)));
        topics.publish(UUID.randomUUID(), 1, new MemberSuspended(member));
        arrivesAfterwards();

        assertThat(received()).extracting(Received::to).containsExactly(invitee);
    }

    @Test
    void an_event_that_comes_again_writes_nothing_again() throws Exception {
        var record = Topics.record(UUID.randomUUID(), 0, invited);
        topics.publish(record);
        await().untilAsserted(() -> assertThat(statuses()).containsOnly("sent"));
        topics.publish(record);
        topics.publish(UUID.randomUUID(), 1, new InvitationRevoked(member, invitation));
        topics.publish(record);
        arrivesAfterwards();

        assertThat(received()).hasSize(2);
        assertThat(statuses()).containsExactly("sent", "sent");
    }

    @Test
    void an_email_that_has_not_left_when_the_invitation_ends_never_leaves() throws Exception {
        RELAY.follow((command, to) -> command.equals("RCPT") && isOurs(to) ? "450 come back later" : null);
        topics.publish(UUID.randomUUID(), 0, invited);
        await().untilAsserted(() -> assertThat(reasons()).hasSize(2).allMatch(it -> it.contains("450")));
        topics.publish(UUID.randomUUID(), 1, new InvitationRevoked(member, invitation));
        await().untilAsserted(() -> assertThat(statuses()).containsExactly("cancelled", "cancelled"));
        RELAY.follow((_, _) -> null);

        assertThat(reasons()).containsOnly("the invitation was revoked");
        assertThat(received()).isEmpty();
    }

    @Test
    void a_resend_cancels_the_older_email_that_has_not_left() throws Exception {
        RELAY.follow((command, to) -> command.equals("RCPT") && isOurs(to) ? "450 come back later" : null);
        var first = UUID.randomUUID();
        topics.publish(first, 0, invited);
        await().untilAsserted(() -> assertThat(reasons()).hasSize(2).allMatch(it -> it.contains("450")));
        RELAY.follow((command, to) -> command.equals("MAIL") ? "421 one moment" : null);
        topics.publish(UUID.randomUUID(), 1, new InvitationResent(member, invited.organization(), invitation, 2, "Grace Hopper", invitee,
                Role.DEVELOPER, invited.inviter(), inDays(14)));
        await().untilAsserted(() -> assertThat(statuses()).filteredOn("cancelled"::equals).hasSize(2));
        RELAY.follow((_, _) -> null);

        await().untilAsserted(() -> assertThat(received()).hasSize(2));
        assertThat(received()).extracting(it -> it.header("Message-ID")).noneMatch(it -> it.contains(first.toString()));
        assertThat(Surroundings.SIGNER.verify(link(RELAY.receivedBy(invitee).getFirst())))
                .contains(new InvitationToken(member, invitation, 2));
    }

    @Test
    void who_asks_for_a_new_invitation_is_heard_by_the_inviter_alone_though_the_old_one_has_expired() throws Exception {
        var asked = UUID.randomUUID();
        topics.publish(UUID.randomUUID(), 1, new InvitationExpired(member, invitation, inDays(-1)));
        topics.publish(asked, 2, requested(invited.inviter()));

        await().untilAsserted(() -> assertThat(received()).hasSize(1));
        assertThat(received()).singleElement().satisfies(it -> {
            assertThat(it.to()).isEqualTo(inviter);
            assertThat(it.header("Subject")).isEqualTo("Grace Hopper asks for a new invitation to Acme");
            assertThat(it.header("Message-ID")).isEqualTo("<" + asked + ".inviter@mail.roster.example>");
        });
    }

    @Test
    void a_member_whose_address_was_changed_is_told_at_the_old_one() throws Exception {
        topics.publish(UUID.randomUUID(), 2, emailChanged(MemberStatus.SUSPENDED));

        await().untilAsserted(() -> assertThat(received()).hasSize(1));
        assertThat(received()).singleElement().satisfies(it -> {
            assertThat(it.to()).isEqualTo(invitee);
            assertThat(it.header("Subject")).isEqualTo("Your e-mail address at Acme was changed");
            assertThat(it.message()).doesNotContain("hopper.example");
        });
    }

    @Test
    void an_invitee_whose_address_was_changed_is_not_told_at_the_old_one() throws Exception {
        topics.publish(UUID.randomUUID(), 2, emailChanged(MemberStatus.INVITED));
        arrivesAfterwards();

        assertThat(statuses()).isEmpty();
    }

    private MemberEmailChanged emailChanged(MemberStatus status) {
        return new MemberEmailChanged(member, invited.organization(), invitation, "Grace Hopper", Role.DEVELOPER, status, invitee,
                "grace@hopper.example");
    }

    @Test
    void no_email_is_sent_when_the_inviter_can_no_longer_be_asked() throws Exception {
        topics.publish(UUID.randomUUID(), 2, requested(null));
        arrivesAfterwards();

        assertThat(statuses()).isEmpty();
    }

    @Test
    void a_resend_answers_a_request_that_has_not_left() throws Exception {
        RELAY.follow((command, to) -> command.equals("RCPT") && to.equals(inviter) ? "450 come back later" : null);
        topics.publish(UUID.randomUUID(), 2, requested(invited.inviter()));
        await().untilAsserted(() -> assertThat(reasons()).singleElement().asString().contains("450"));
        topics.publish(UUID.randomUUID(), 3, new InvitationResent(member, invited.organization(), invitation, 2, "Grace Hopper", invitee,
                Role.DEVELOPER, null, inDays(7)));

        await().untilAsserted(() -> assertThat(statuses()).containsExactlyInAnyOrder("cancelled", "sent"));
        assertThat(received()).extracting(Received::to).containsExactly(invitee);
    }

    private NewInvitationRequested requested(@Nullable Inviter asked) {
        return new NewInvitationRequested(member, invited.organization(), invitation, 1, invited.name(), invitee, Role.DEVELOPER, asked,
                inDays(-1));
    }

    @Test
    void a_database_that_is_away_makes_no_record_unreadable() throws Exception {
        int before = Topics.deadLetters().size();
        Surroundings.letIntoDatabase(false);
        topics.publish(UUID.randomUUID(), 0, invited);
        await().untilAsserted(() -> assertThat(queue.state()).satisfies(it -> {
            assertThat(it.lag()).isPositive();
            assertThat(it.lagTime()).isPositive();
        }));
        Surroundings.letIntoDatabase(true);

        await().untilAsserted(() -> assertThat(received()).hasSize(2));
        assertThat(Topics.deadLetters()).hasSize(before);
        await().untilAsserted(() -> assertThat(queue.state().lag()).isZero());
        assertThat(queue.state().standstill()).isNull();
    }

    /** Waits until another record of the same key, and so of the same partition, has been processed. */
    private void arrivesAfterwards() throws Exception {
        topics.publishAndAwaitAnotherOf(member);
    }

    private boolean isOurs(String address) {
        return address.equals(invitee) || address.equals(inviter);
    }

    private List<Received> received() {
        return RELAY.received().stream().filter(it -> isOurs(it.to())).toList();
    }

    private List<String> statuses() {
        return column("status");
    }

    private List<String> reasons() {
        return column("coalesce(reason, '')");
    }

    private List<String> column(String column) {
        return jdbc.sql("select " + column + " from notification.letter where invitee_email = ? order by recorded_at").param(invitee)
                .query(String.class).list();
    }

    private static String link(Received mail) {
        var unfolded = mail.message().replace("=\r\n", "");
        return unfolded.lines().filter(it -> it.startsWith("https://console.example/invitations#")).findFirst().orElseThrow()
                .substring("https://console.example/invitations#".length()).strip();
    }

    private static Instant inDays(int days) {
        return Instant.now().plus(Duration.ofDays(days));
    }
}

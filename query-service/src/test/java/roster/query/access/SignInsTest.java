package roster.query.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import roster.contract.event.Identity;
import roster.contract.event.MemberEvent.AccountLinked;
import roster.contract.role.Role;
import roster.contract.role.Scope;
import roster.query.Acme;
import roster.query.Client;
import roster.query.Recorder;
import roster.query.ServiceTest;

@ServiceTest
class SignInsTest {
    private final Instant now = Instant.now();
    private final Instant thisHour = now.truncatedTo(ChronoUnit.HOURS);
    private final Instant yesterday = thisHour.minus(1, ChronoUnit.DAYS);

    private final Acme acme = Acme.named("signs-in");
    private final UUID grace = UUID.randomUUID();
    @Autowired Client client;
    @Autowired Recorder recorder;

    private void found(Acme organization) {
        recorder.record(organization.id(), organization.founded());
        recorder.record(organization.id(), organization.joined(grace, "Grace Hopper", Role.DEVELOPER));
    }

    private void read(Acme organization, Map<String, ?> claims) {
        assertThat(client.asPerson("" + grace, claims).get(organization.path() + "/members").status()).isEqualTo(200);
    }

    private void awaitSignIn(UUID member, Instant at) {
        await().until(() -> recorder.lastSignIn(member), Optional.of(at)::equals);
    }

    @Test
    void the_hour_of_the_last_sign_in_is_recorded_and_never_replaced_by_an_earlier_one() {
        found(acme);

        read(acme, Map.of("auth_time", yesterday.plusSeconds(1_234).getEpochSecond()));
        awaitSignIn(grace, yesterday);
        read(acme, Map.of("iat", now.getEpochSecond()));
        awaitSignIn(grace, thisHour);

        var marker = UUID.randomUUID();
        recorder.record(acme.id(), acme.joined(marker, "Marker", Role.DEVELOPER));
        read(acme, Map.of("auth_time", yesterday.getEpochSecond()));
        client.asPerson("" + marker, Map.of("iat", now.getEpochSecond())).get(acme.path() + "/members");
        awaitSignIn(marker, thisHour);
        assertThat(recorder.lastSignIn(grace)).hasValue(thisHour);
    }

    @Test
    void a_sign_in_later_than_the_jwt_is_that_of_the_jwt() {
        found(acme);

        read(acme, Map.of("iat", now.getEpochSecond(), "auth_time", now.plus(9, ChronoUnit.DAYS).getEpochSecond()));

        awaitSignIn(grace, thisHour);
    }

    @Test
    void no_organization_learns_of_a_sign_in_to_another_one_and_tokens_do_not_sign_in() {
        found(acme);
        var other = Acme.named("signs-in-elsewhere");
        var namesake = UUID.randomUUID();
        var token = UUID.randomUUID();
        recorder.record(other.id(), other.founded());
        recorder.record(other.id(), other.joined(namesake, "Grace Hopper", Role.DEVELOPER));
        recorder.record(other.id(), new AccountLinked(namesake, UUID.randomUUID(), new Identity("console", "" + grace)));
        recorder.record(other.id(), other.token(token, namesake, Scope.DIRECTORY));

        assertThat(client.as(recorder.secret(token)).get(other.path() + "/members").status()).isEqualTo(200);
        read(acme, Map.of("iat", now.getEpochSecond()));

        awaitSignIn(grace, thisHour);
        assertThat(recorder.lastSignIn(namesake)).isEmpty();
        read(other, Map.of("iat", now.getEpochSecond()));
        awaitSignIn(namesake, thisHour);
    }
}

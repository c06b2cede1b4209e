package roster.command.member;

import static roster.command.member.Story.LIFE;
import static roster.command.member.Story.NOW;
import static roster.command.member.Story.adaAccepted;
import static roster.command.member.Story.adaInvited;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;

import roster.command.bus.Command;
import roster.command.bus.PriorCommands;
import roster.command.erasure.Erasure;
import roster.command.member.Memberships.ReachedCap;
import roster.contract.event.MemberEvent;

/** A member with a past, the other members of the organization, and a clock that stands still. */
final class MemberFixture {
    private final AggregateTestFixture<Member> member = new AggregateTestFixture<>(Member.class);
    private final InMemoryMemberships memberships = new InMemoryMemberships();
    private final List<UUID> erased = new ArrayList<>();
    private final List<Command> prior = new ArrayList<>();
    private Instant now = NOW;

    /** In an organization where Ada is the only active admin. */
    static MemberFixture besideAda() {
        var fixture = new MemberFixture();
        fixture.memberships.on(adaInvited());
        fixture.memberships.on(adaAccepted());
        return fixture;
    }

    /** In an organization without other members. */
    static MemberFixture alone() {
        return new MemberFixture();
    }

    MemberFixture at(Instant instant) {
        now = instant;
        return this;
    }

    /** What happened to other members. */
    MemberFixture knowing(MemberEvent... events) {
        List.of(events).forEach(memberships::on);
        return this;
    }

    /** When as many invitations have been sent, in one way or another, as there may be. */
    MemberFixture having(ReachedCap reached) {
        memberships.reached(reached);
        return this;
    }

    /** The commands that the member had carried out before its own. */
    List<Command> prior() {
        return prior;
    }

    /** Whose keys were destroyed. */
    List<UUID> erased() {
        return erased;
    }

    TestExecutor<Member> given(MemberEvent... past) {
        return given(List.of(past));
    }

    TestExecutor<Member> given(List<MemberEvent> past) {
        past.forEach(memberships::on);
        member.registerInjectableResources(memberships, new InvitationTerms(LIFE, Clock.fixed(now, ZoneOffset.UTC)),
                (Erasure) erased::add, (PriorCommands) prior::add);
        member.registerCommandTargetResolver(command -> new VersionedAggregateIdentifier(
                (Object) ((Command) command.getPayload()).aggregateId(), null));
        return member.given(past);
    }
}

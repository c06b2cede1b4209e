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
import roster.command.membership.InvitationTerms;
import roster.command.membership.Memberships.ReachedCap;
import roster.contract.event.MemberEvent;

/** Test fixture of a member, with other members of the organization and a fixed clock. */
final class MemberFixture {
    private final AggregateTestFixture<Member> member = new AggregateTestFixture<>(Member.class);
    private final InMemoryMemberships memberships = new InMemoryMemberships();
    private final List<UUID> erased = new ArrayList<>();
    private final List<Command> prior = new ArrayList<>();
    private Instant now = NOW;

    /** A member of an organization with Ada as the only active admin. */
    static MemberFixture besideAda() {
        var fixture = new MemberFixture();
        fixture.memberships.on(adaInvited());
        fixture.memberships.on(adaAccepted());
        return fixture;
    }

    /** A member of an organization without other members. */
    static MemberFixture alone() {
        return new MemberFixture();
    }

    MemberFixture at(Instant instant) {
        now = instant;
        return this;
    }

    /** Adds events of other members. */
    MemberFixture knowing(MemberEvent... events) {
        List.of(events).forEach(memberships::on);
        return this;
    }

    /** Sets the limit that is reached. */
    MemberFixture having(ReachedCap reached) {
        memberships.reached(reached);
        return this;
    }

    /** Commands that the member had carried out before its own. */
    List<Command> prior() {
        return prior;
    }

    /** Members whose keys were destroyed. */
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

package roster.command.member;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import roster.access.control.OpenPaths;
import roster.command.bus.AggregateDefinition;
import roster.command.bus.PriorCommands;
import roster.command.erasure.Erasure;
import roster.command.http.DryRunPaths;
import roster.command.membership.AddressHash;
import roster.command.membership.InvitationLimits;
import roster.command.membership.InvitationProperties;
import roster.command.membership.InvitationTerms;
import roster.command.membership.Memberships;
import roster.contract.invitation.InvitationSigner;

@Configuration(proxyBeanMethods = false)
class MemberConfiguration {
    @Bean
    AggregateDefinition memberAggregate(Memberships memberships, InvitationTerms terms, PriorCommands prior, Erasure erasure) {
        return new AggregateDefinition(Member.class, List.of(memberships, terms, prior, erasure));
    }

    @Bean
    InvitationTerms invitationTerms(InvitationProperties invitation, Clock clock) {
        return new InvitationTerms(invitation.life(), clock);
    }

    @Bean
    InvitationLimits invitationLimits(InvitationProperties invitation) {
        return invitation.limits();
    }

    @Bean
    AddressHash addressHash(InvitationProperties invitation) {
        return AddressHash.under(invitation.keys());
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Paths that are authorized by the token of an invitation. */
    @Bean
    OpenPaths linkBearers() {
        var commands = Stream.of("/invitations/decline", "/invitations/ask-again").flatMap(DryRunPaths::with);
        return new OpenPaths(Stream.concat(Stream.of("/invitations/lookup"), commands).toList());
    }

    @Bean
    InvitationSigner invitationSigner(InvitationProperties invitation) {
        return InvitationSigner.of(invitation.keys());
    }
}

package roster.query.account;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import roster.access.control.AnyCaller;
import roster.access.control.Callers;
import roster.access.control.Requires;
import roster.access.credential.Credential.Person;
import roster.access.credential.Standings;
import roster.access.credential.Standings.Standing;
import roster.contract.email.EmailAddress;
import roster.contract.event.Organization;
import roster.contract.role.Permission;
import roster.query.generation.LiveViews;
import roster.query.member.MemberViews;
import roster.query.problem.QueryRejected;

/** The identity providers that members sign in with. */
@RestController
final class AccountController {
    private final Callers callers;
    private final Standings standings;
    private final LiveViews views;
    private final MemberViews members;

    AccountController(Callers callers, Standings standings, LiveViews views, MemberViews members) {
        this.callers = callers;
        this.standings = standings;
        this.views = views;
        this.members = members;
    }

    /**
     * Accounts at identity providers.
     *
     * @param providers names of the identity providers
     */
    record Accounts(List<String> providers) {
        private static Accounts of(List<Standing> standings) {
            return new Accounts(standings.stream().map(Standing::provider).filter(Objects::nonNull).distinct().sorted().toList());
        }
    }

    /** Shows the identity provider that a member signs in with. Empty for a member who has not accepted the invitation. */
    @Requires(Permission.MEMBERS_MANAGE)
    @GetMapping("/organizations/{org}/members/{member}/accounts")
    Accounts ofMember(Organization organization, @PathVariable UUID member) {
        return standings.member(member).filter(it -> it.organizationId().equals(organization.id())).map(it -> Accounts.of(List.of(it)))
                .orElseThrow(QueryRejected::notFound);
    }

    /**
     * Shows the identity providers that members with a verified address of the caller sign in with. For a person who has signed in with
     * another account than the one of their membership.
     */
    @AnyCaller
    @GetMapping("/me/accounts")
    Accounts withSameAddress() {
        var emails = callers.credential() instanceof Person person ? person.verifiedEmails() : List.<String>of();
        var addresses = emails.stream().flatMap(it -> address(it).stream()).toList();
        var same = addresses.isEmpty() ? List.<UUID>of() : views.read(_ -> members.withAddress(addresses));
        return Accounts.of(standings.members(same));
    }

    private static Optional<EmailAddress> address(String text) {
        try {
            return Optional.of(EmailAddress.of(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}

package roster.systemtest.trial.driver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import roster.contract.invitation.InvitationSigner;
import roster.local.issuer.LocalIssuer;
import roster.systemtest.trial.cluster.Credentials;

/** Every command of command-service. */
public final class Operations {
    /** These are sent more often than others, because they make what the others change. */
    private static final List<String> OFTEN = List.of("member.invite", "member.invite", "invitation.accept", "invitation.accept",
            "invitation.accept");

    private final Map<String, Function<Company, Optional<TrialCommand>>> all = new HashMap<>();
    private final List<String> menu;
    private final InvitationOperations invitations;

    public Operations(Credentials credentials, LocalIssuer issuer) {
        invitations = new InvitationOperations(InvitationSigner.of(credentials.invitationKeys()));
        var accounts = new AccountOperations(issuer);
        var organizations = new OrganizationOperations(credentials.notificationToken());
        add("organization.register", OrganizationOperations::registerAgain);
        add("organization.changeLocale", OrganizationOperations::changeLocale);
        add("invitationMail.report", organizations::report);
        add("invitationMail.reportAll", organizations::reportAll);
        add("invitation.accept", invitations::accept);
        add("invitation.decline", invitations::decline);
        add("invitation.askAgain", invitations::askAgain);
        add("linkedAccount.unlink", AccountOperations::unlink);
        all.put("linkedAccount.link", accounts::link);
        all.put("apiToken.create", company -> company.random.nextBoolean() ? Optional.of(TokenOperations.create(company))
                : accounts.createToken(company));
        all.put("apiToken.revoke", TokenOperations::revoke);
        addMembers();
        menu = new ArrayList<>(new TreeSet<>(all.keySet()));
        menu.addAll(OFTEN);
    }

    private void addMembers() {
        add("member.invite", MemberOperations::invite);
        add("member.resend", MemberOperations::resend);
        add("member.revoke", MemberOperations::revoke);
        add("member.changeName", MemberOperations::changeName);
        add("member.changeEmail", MemberOperations::changeEmail);
        add("member.changeRole", MemberOperations::changeRole);
        add("member.confirmAccess", MemberOperations::confirmAccess);
        add("member.suspend", MemberOperations::suspend);
        add("member.reactivate", MemberOperations::reactivate);
        add("member.delete", MemberOperations::delete);
        add("member.erase", MemberOperations::erase);
    }

    private void add(String operation, Function<Company, TrialCommand> command) {
        all.put(operation, company -> Optional.of(command.apply(company)));
    }

    /** Ids of the operations. */
    public Set<String> names() {
        return new TreeSet<>(all.keySet());
    }

    /** The next command, chosen at random, sometimes on a condition. */
    TrialCommand next(Company company) {
        var chosen = company.people.isEmpty() ? "member.invite" : menu.get(company.random.nextInt(menu.size()));
        var command = Objects.requireNonNull(all.get(chosen)).apply(company).orElseGet(() -> MemberOperations.invite(company));
        return switch (company.random.nextInt(8)) {
            case 0 -> command.onlyIf(true);
            case 1 -> command.onlyIf(company.random.nextBoolean());
            default -> command;
        };
    }

    /** Accepts the invitation of the first admin. */
    TrialCommand acceptFirst(Company company) {
        return invitations.accept(company, company.admin);
    }
}

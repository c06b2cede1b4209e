package roster.console.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

import roster.console.identity.PersonTokens;
import roster.console.organization.Membership;
import roster.console.service.CommandCall;
import roster.console.service.Queries;
import roster.console.service.ServiceRejected;
import roster.console.signin.account.Provider;
import roster.console.signin.account.SignedIn;
import roster.contract.role.Permission;

/** The accounts that members sign in with, as the services know them. */
@Component
public class Accounts {
    private static final String PATH = "/organizations/{org}/members/{member}/accounts";
    private static final ParameterizedTypeReference<Answer> ANSWER = new ParameterizedTypeReference<>() {};

    private final Queries queries;
    private final PersonTokens tokens;

    Accounts(Queries queries, PersonTokens tokens) {
        this.queries = queries;
        this.tokens = tokens;
    }

    /** @param current true for the account of this session */
    public record Account(UUID accountId, String provider, Instant linkedAt, boolean current) {
        public String title() {
            return Provider.titleOf(provider);
        }
    }

    private record Answer(List<Account> accounts) {}

    /** Empty for users who may not see them, and when they are not known. */
    public List<Account> of(Membership here, UUID member) {
        if (!here.memberId().equals(member) && !here.may(Permission.MEMBERS_MANAGE)) {
            return List.of();
        }
        try {
            return queries.get(uri -> uri.path(PATH).build(here.organizationId(), member), ANSWER).accounts();
        } catch (ServiceRejected _) {
            return List.of();
        }
    }

    /** The command that links an account which the user has proven. */
    CommandCall linking(SignedIn account, SignedIn user, Membership here) {
        return CommandCall.post(PATH, here.organizationId(), here.memberId()).with("proof", tokens.proof(account, user));
    }

    static CommandCall removing(UUID account, UUID member, Membership here) {
        return CommandCall.delete(PATH + "/{account}", here.organizationId(), member, account);
    }
}

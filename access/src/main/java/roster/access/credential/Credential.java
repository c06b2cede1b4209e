package roster.access.credential;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.event.Identity;
import roster.contract.role.Permission;

/** The sender of a request, as authenticated by its bearer token. */
public sealed interface Credential {
    /** Identifies the sender in rate limits and logs. */
    String name();

    /** @param operator name of the configured token, under which its actions are recorded */
    record Operator(String operator) implements Credential {
        @Override
        public String name() {
            return "operator:" + operator;
        }
    }

    /** notification-service, which reports delivery results of e-mails. */
    record NotificationService() implements Credential {
        @Override
        public String name() {
            return "notification-service";
        }
    }

    /**
     * @param permissions current permissions, in the token's own organization
     * @param ownerId     the active member who owns a personal token; null for a token of the organization
     */
    record ApiToken(UUID tokenId, UUID organizationId, @Nullable UUID ownerId, Set<Permission> permissions) implements Credential {
        @Override
        public String name() {
            return "token:" + tokenId;
        }
    }

    /**
     * A person, authenticated by an identity provider. The provider does not determine rights in organizations.
     *
     * @param verifiedEmails addresses that the issuer asserted, if it may assert addresses
     * @param signedInAt     time at which the person signed in
     * @param linkTo         name of the person to whose membership the account may be linked; null unless the JWT proves the account for that
     */
    record Person(Identity identity, List<String> verifiedEmails, Instant signedInAt, @Nullable String linkTo) implements Credential {
        @Override
        public String name() {
            return identity.provider() + ":" + identity.subject();
        }
    }

    /** No credential. Allows only what the link of an invitation allows. */
    record Anonymous() implements Credential {
        @Override
        public String name() {
            return "anonymous";
        }
    }
}

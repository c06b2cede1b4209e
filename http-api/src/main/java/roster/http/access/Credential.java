package roster.http.access;

import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.event.Identity;
import roster.contract.role.Permission;

/** Who sent a request, as far as its bearer token tells. */
public sealed interface Credential {
    /** Distinguishes callers, in limits and in logs. */
    String name();

    record Operator() implements Credential {
        @Override
        public String name() {
            return "operator";
        }
    }

    /** One of ours, which reports what became of letters. */
    record NotificationService() implements Credential {
        @Override
        public String name() {
            return "notification-service";
        }
    }

    /**
     * @param permissions what it may do at this moment, in its own organization
     * @param ownerId     the active member whose personal token it is
     */
    record ApiToken(UUID tokenId, UUID organizationId, @Nullable UUID ownerId, Set<Permission> permissions) implements Credential {
        @Override
        public String name() {
            return "token:" + tokenId;
        }
    }

    /**
     * Somebody whom an identity provider vouches for. What they are to an organization is not for that provider to say.
     *
     * @param verifiedEmail where the issuer may assert one, and did
     */
    record Person(Identity identity, @Nullable String verifiedEmail) implements Credential {
        @Override
        public String name() {
            return identity.provider() + ":" + identity.subject();
        }
    }

    /** Nobody known. Reaches only what the link of an invitation opens. */
    record Anonymous() implements Credential {
        @Override
        public String name() {
            return "anonymous";
        }
    }
}

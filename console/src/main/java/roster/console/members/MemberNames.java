package roster.console.members;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import roster.console.service.ServiceRejected;

/** Names of the members on one page. Each is queried once. */
public final class MemberNames {
    private final Members members;
    private final UUID organization;
    private final Map<UUID, Optional<String>> known = new HashMap<>();

    public MemberNames(Members members, UUID organization) {
        this.members = members;
        this.organization = organization;
    }

    /** Null for a member who is not found. */
    public @Nullable String of(@Nullable UUID member) {
        return member == null ? null : known.computeIfAbsent(member, this::ask).orElse(null);
    }

    private Optional<String> ask(UUID member) {
        try {
            return Optional.of(members.one(organization, member)).map(ListedMember::name);
        } catch (ServiceRejected e) {
            if (e.problem().status() == HttpStatus.NOT_FOUND.value()) {
                return Optional.empty();
            }
            throw e;
        }
    }
}

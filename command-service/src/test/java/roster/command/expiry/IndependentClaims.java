package roster.command.expiry;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import roster.contract.event.MemberEvent;
import roster.contract.event.MemberEvent.InvitationAccepted;
import roster.contract.event.MemberEvent.InvitationDeclined;
import roster.contract.event.MemberEvent.InvitationExpired;
import roster.contract.event.MemberEvent.InvitationResent;
import roster.contract.event.MemberEvent.InvitationRevoked;
import roster.contract.event.MemberEvent.MemberDeleted;
import roster.contract.event.MemberEvent.MemberEmailChanged;
import roster.contract.event.MemberEvent.MemberErased;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberEvent.MembershipChanged;
import roster.contract.event.MemberEvent.NewInvitationRequested;
import roster.contract.stored.RecordedEvent;

/**
 * Expected memberships and claimed addresses, computed from the events of one organization in order of position, without the service's code.
 * Fails at the first event that is impossible after the previous ones.
 */
final class IndependentClaims {
    private enum State {
        PENDING("invited"),
        EXPIRED("invited"),
        ACTIVE("active");

        private final String status;

        State(String status) {
            this.status = status;
        }
    }

    private record Membership(String address, State state) {}

    private final Map<UUID, Membership> open = new TreeMap<>();
    private final Map<String, UUID> holders = new HashMap<>();

    IndependentClaims(List<RecordedEvent> events) {
        events.forEach(recorded -> {
            if (recorded.event() instanceof MemberEvent event) {
                assertThat(happen(event)).as("%s at position %d", event, recorded.position()).isTrue();
            }
        });
    }

    /** Expected content of {@code command.membership}: status and claimed address by member. */
    Map<UUID, String> rows() {
        return open.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, it -> row(it.getValue()), (a, _) -> a, TreeMap::new));
    }

    private static String row(Membership it) {
        return it.state.status + " " + (it.state == State.EXPIRED ? "-" : it.address);
    }

    private boolean happen(MemberEvent event) {
        var member = event.memberId();
        return switch (event) {
            case MemberInvited it -> !open.containsKey(member) && claim(member, requireNonNull(it.email()), State.PENDING);
            case InvitationResent it -> is(member, State.PENDING, State.EXPIRED)
                    && claim(member, requireNonNull(it.email()), State.PENDING);
            case InvitationAccepted _ -> is(member, State.PENDING) && claim(member, membership(member).address, State.ACTIVE);
            case InvitationDeclined _,InvitationRevoked _ -> is(member, State.PENDING) && end(member);
            case InvitationExpired _ -> is(member, State.PENDING) && expire(member);
            case NewInvitationRequested _ -> is(member, State.EXPIRED);
            case MemberDeleted _ -> open.containsKey(member) && end(member);
            case MembershipChanged _,MemberEmailChanged _,MemberErased _ -> throw new AssertionError(
                    "unexpected " + event);
        };
    }

    private boolean is(UUID member, State... states) {
        return open.containsKey(member) && List.of(states).contains(membership(member).state);
    }

    /** False while another member has the address. */
    private boolean claim(UUID member, String email, State state) {
        var address = email.toLowerCase(Locale.ROOT);
        open.put(member, new Membership(address, state));
        return holders.computeIfAbsent(address, _ -> member).equals(member);
    }

    private boolean expire(UUID member) {
        var address = membership(member).address;
        open.put(member, new Membership(address, State.EXPIRED));
        return holders.remove(address, member);
    }

    private boolean end(UUID member) {
        var was = membership(member);
        open.remove(member);
        return was.state == State.EXPIRED || holders.remove(was.address, member);
    }

    private Membership membership(UUID member) {
        return Objects.requireNonNull(open.get(member));
    }
}

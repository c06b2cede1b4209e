package roster.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import roster.contract.event.ApiTokenEvent.ApiTokenCreated;
import roster.contract.event.ApiTokenEvent.ApiTokenRevoked;
import roster.contract.event.Event;
import roster.contract.event.InvitationMailEvent;
import roster.contract.event.InvitationMailEvent.InvitationMailFailed;
import roster.contract.event.InvitationMailEvent.InvitationMailSent;
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
import roster.contract.event.MemberEvent.MemberNameChanged;
import roster.contract.event.MemberEvent.MemberReactivated;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.event.MemberEvent.NewInvitationRequested;
import roster.contract.mail.MailRecipient;
import roster.contract.proof.Checksum;
import roster.contract.role.Role;
import roster.contract.role.Scope;
import roster.contract.stored.RecordedEvent;

/**
 * Expected content of the tables, computed from all events without the service's code: slow but simple. Rows are maps from column to text,
 * without sort keys and pieces to search for.
 */
public final class IndependentViews {
    private static final List<@Nullable String> UNREADABLE = Arrays.asList(null, null);

    private final List<RecordedEvent> events;
    private final Map<UUID, List<RecordedEvent>> lives;
    private final Map<UUID, List<RecordedEvent>> mails;
    private final Map<UUID, RecordedEvent> revocations;

    public IndependentViews(List<RecordedEvent> events) {
        this.events = events.stream().sorted(Comparator.comparingLong(RecordedEvent::position)).toList();
        this.mails = this.events.stream().filter(it -> it.event() instanceof InvitationMailEvent)
                .collect(Collectors.groupingBy(RecordedEvent::aggregateId));
        this.lives = this.events.stream().filter(it -> it.event() instanceof MemberEvent)
                .collect(Collectors.groupingBy(RecordedEvent::aggregateId));
        this.revocations = this.events.stream().filter(it -> it.event() instanceof ApiTokenRevoked)
                .collect(Collectors.toMap(RecordedEvent::aggregateId, Function.identity()));
    }

    public List<Map<String, String>> rows(String table) {
        return Rows.sorted(stream(table));
    }

    /** The rows as they are computed, in no order. */
    public Stream<? extends Map<String, ?>> stream(String table) {
        return switch (table) {
            case "member" -> lives.values().stream().map(this::memberWithMails);
            case "member_past" -> lives.values().stream().flatMap(this::past);
            case "member_text" -> lives.values().stream().flatMap(IndependentViews::texts);
            case "event" -> events();
            case "role_count" -> counts();
            case "api_token" -> events.stream().filter(it -> it.event() instanceof ApiTokenCreated).map(this::token);
            default -> throw new IllegalArgumentException(table);
        };
    }

    private Map<String, ?> token(RecordedEvent created) {
        var it = (ApiTokenCreated) created.event();
        var end = Optional.ofNullable(revocations.get(it.tokenId()));
        var row = new TreeMap<String, Object>();
        row.put("token_id", it.tokenId());
        row.put("organization_id", created.organizationId());
        row.put("kind", it.ownerId() == null ? "organization" : "personal");
        row.put("owner_id", it.ownerId());
        row.put("name", it.name());
        row.put("scopes", it.scopes().stream().map(Scope::value).toList());
        row.put("created_at", created.recordedAt());
        row.put("creator_kind", created.metadata().actor().kind().value());
        row.put("creator_id", created.metadata().actor().id());
        row.put("on_behalf_of", created.metadata().onBehalfOf());
        row.put("expires_at", it.expiresAt());
        row.put("revoked_at", end.map(RecordedEvent::recordedAt).orElse(null));
        row.put("version", end.isPresent() ? 1 : 0);
        row.put("created_position", created.position());
        row.put("revoked_position", end.map(RecordedEvent::position).orElse(null));
        return row;
    }

    private Map<String, ?> memberWithMails(List<RecordedEvent> life) {
        return memberWithMails(life, Long.MAX_VALUE);
    }

    private Map<String, @Nullable Object> memberWithMails(List<RecordedEvent> life, long upTo) {
        var row = new TreeMap<String, @Nullable Object>(member(life));
        var letter = last(life, IndependentViews::letter);
        mail(letter, MailRecipient.INVITEE, "invitee", row, upTo);
        mail(letter, MailRecipient.INVITER, "inviter", row, upTo);
        var told = mailsOf(letter.invitationId()).filter(it -> it.position() <= upTo).toList();
        row.put("mail_events", told.size());
        row.put("position", Stream.concat(life.stream(), told.stream()).mapToLong(RecordedEvent::position).max().orElseThrow());
        return row;
    }

    private Stream<RecordedEvent> mailsOf(UUID invitation) {
        return mails.getOrDefault(invitation, List.of()).stream();
    }

    /** The member after each of their events and e-mails but the last, and until the next. */
    private Stream<Map<String, ?>> past(List<RecordedEvent> life) {
        var invitation = last(life, IndependentViews::letter).invitationId();
        var positions = Stream.concat(life.stream(), mailsOf(invitation))
                .map(RecordedEvent::position).sorted().toList();
        return IntStream.range(1, positions.size()).mapToObj(i -> {
            long until = positions.get(i);
            var row = memberWithMails(life.stream().filter(it -> it.position() < until).toList(), until - 1);
            row.put("until", until);
            return row;
        });
    }

    /** Each name and address that a member has had, as far as they can be read. */
    private static Stream<Map<String, ?>> texts(List<RecordedEvent> life) {
        return IntStream.range(0, life.size())
                .filter(i -> !text(life.subList(0, i + 1)).equals(i == 0 ? UNREADABLE : text(life.subList(0, i))))
                .filter(i -> !text(life.subList(0, i + 1)).equals(UNREADABLE))
                .mapToObj(i -> Map.of("member_id", life.get(i).aggregateId(), "organization_id", life.get(i).organizationId(),
                        "position", life.get(i).position()));
    }

    private static List<@Nullable String> text(List<RecordedEvent> life) {
        return isErased(life) ? UNREADABLE : Arrays.asList(name(life), email(life));
    }

    /** All events, those of the same organization with a running number and time. */
    private Stream<Map<String, ?>> events() {
        return events.stream().collect(Collectors.groupingBy(RecordedEvent::organizationId)).values().stream().flatMap(all -> {
            var rows = new ArrayList<Map<String, ?>>();
            var newest = Instant.MIN;
            var checksum = Checksum.EMPTY;
            for (var it : all) {
                newest = newest.isAfter(it.recordedAt()) ? newest : it.recordedAt();
                checksum = checksum.plus(it);
                rows.add(event(it, rows.size() + 1, newest, checksum));
            }
            return rows.stream();
        });
    }

    private Map<String, ?> event(RecordedEvent it, int number, Instant newest, Checksum checksum) {
        var row = new TreeMap<String, Object>();
        if (it.event() instanceof MemberEvent) {
            var life = Objects.requireNonNull(lives.get(it.aggregateId()));
            int last = life.indexOf(it);
            row.putAll(entry(life.subList(0, last), life.subList(0, last + 1)));
        } else {
            row.put("before", null);
            row.put("after", null);
        }
        row.put("position", it.position());
        row.put("event_id", it.eventId());
        row.put("organization_id", it.organizationId());
        row.put("number", number);
        row.put("aggregate_id", it.aggregateId());
        row.put("sequence", it.sequence());
        row.put("type", it.type().storedName());
        row.put("recorded_at", it.recordedAt());
        row.put("order_time", newest);
        row.put("actor_kind", it.metadata().actor().kind().value());
        row.put("actor_id", it.metadata().actor().id());
        row.put("on_behalf_of", it.metadata().onBehalfOf());
        row.put("reason", it.metadata().reason());
        row.put("member_id", switch (it.event()) {
            case MemberEvent event -> event.memberId();
            case InvitationMailEvent event -> event.memberId();
            case ApiTokenCreated event -> event.ownerId();
            case ApiTokenRevoked event -> event.ownerId();
            default -> null;
        });
        row.put("checksum", "\\x" + checksum);
        return row;
    }

    private static Map<String, ?> member(List<RecordedEvent> life) {
        var row = new TreeMap<String, @Nullable Object>();
        var letter = last(life, IndependentViews::letter);
        row.put("member_id", life.getFirst().aggregateId());
        row.put("organization_id", life.getFirst().organizationId());
        row.put("name", isErased(life) ? null : name(life));
        row.put("email", isErased(life) ? null : email(life));
        row.put("role", role(life).value());
        row.put("status", last(life, IndependentViews::status));
        row.put("since", life.stream().filter(it -> it.event() instanceof InvitationAccepted).findFirst().orElse(life.getFirst())
                .recordedAt());
        row.put("invited_at", life.getFirst().recordedAt());
        row.put("since_position", life.stream().filter(it -> it.event() instanceof InvitationAccepted).findFirst().orElse(life.getFirst())
                .position());
        row.put("role_position", since(life, it -> role(it).value()));
        row.put("status_position", since(life, it -> last(it, IndependentViews::status)));
        row.put("version", life.size() - 1);
        row.put("erased", isErased(life));
        row.put("invitation_id", letter.invitationId());
        row.put("invitation_status", invitationStatus(life));
        row.put("invitation_issue", letter.issue());
        row.put("invitation_expires_at", letter.expiresAt());
        row.put("inviter_id", letter.inviter() == null ? null : letter.inviter().memberId());
        row.put("inviter_name", letter.inviter() == null ? null : letter.inviter().name());
        row.put("invitation_requested_at", requestedAt(life));
        return row;
    }

    private static boolean isErased(List<RecordedEvent> life) {
        return life.stream().anyMatch(it -> it.event() instanceof MemberErased);
    }

    private static @Nullable Instant requestedAt(List<RecordedEvent> life) {
        return life.reversed().stream().takeWhile(it -> letter(it.event()) == null)
                .filter(it -> it.event() instanceof NewInvitationRequested).map(RecordedEvent::recordedAt).findFirst().orElse(null);
    }

    private void mail(InvitationResent letter, MailRecipient recipient, String column, Map<String, @Nullable Object> row, long upTo) {
        var last = mailsOf(letter.invitationId()).filter(it -> it.position() <= upTo).filter(it -> {
            var event = (InvitationMailEvent) it.event();
            return event.invitationId().equals(letter.invitationId()) && event.issue() == letter.issue() && event.recipient() == recipient;
        }).reduce((_, later) -> later);
        row.put(column + "_mail_status", last.map(it -> it.event() instanceof InvitationMailSent ? "sent" : "failed").orElse(null));
        row.put(column + "_mail_at", last.map(RecordedEvent::recordedAt).orElse(null));
        row.put(column + "_mail_failure", last.map(RecordedEvent::event).filter(InvitationMailFailed.class::isInstance)
                .map(it -> ((InvitationMailFailed) it).failure().name().toLowerCase(Locale.ROOT)).orElse(null));
    }

    private static @Nullable InvitationResent letter(Event event) {
        return switch (event) {
            case MemberInvited it -> new InvitationResent(it.memberId(), it.organization(), it.invitationId(), 1, it.name(), it.email(),
                    it.role(), it.inviter(), it.expiresAt());
            case InvitationResent it -> it;
            default -> null;
        };
    }

    private static @Nullable String name(List<RecordedEvent> life) {
        var named = life.reversed().stream().map(RecordedEvent::event)
                .filter(it -> it instanceof MemberNameChanged || letter(it) != null).findFirst().orElseThrow();
        return named instanceof MemberNameChanged it ? it.to() : Objects.requireNonNull(letter(named)).name();
    }

    private static @Nullable String email(List<RecordedEvent> life) {
        var moved = life.reversed().stream().map(RecordedEvent::event)
                .filter(it -> it instanceof MemberEmailChanged || letter(it) != null).findFirst().orElseThrow();
        return moved instanceof MemberEmailChanged it ? it.to() : Objects.requireNonNull(letter(moved)).email();
    }

    private static Role role(List<RecordedEvent> life) {
        return last(life, event -> switch (event) {
            case MemberInvited it -> it.role();
            case InvitationResent it -> it.role();
            case InvitationAccepted it -> it.role();
            case MemberRoleChanged it -> it.to();
            default -> null;
        });
    }

    private static @Nullable String status(Event event) {
        return switch (event) {
            case MemberInvited _ -> "invited";
            case InvitationAccepted _,MemberReactivated _ -> "active";
            case MemberSuspended _ -> "suspended";
            case InvitationDeclined _,InvitationRevoked _,MemberDeleted _ -> "deleted";
            default -> null;
        };
    }

    private static String invitationStatus(List<RecordedEvent> life) {
        var said = last(life, event -> switch (event) {
            case MemberInvited _,InvitationResent _ -> "pending";
            case InvitationAccepted _ -> "accepted";
            case InvitationDeclined _ -> "declined";
            case InvitationRevoked _ -> "revoked";
            case InvitationExpired _ -> "expired";
            default -> null;
        });
        return said.equals("pending") && life.stream().anyMatch(it -> it.event() instanceof MemberDeleted) ? "revoked" : said;
    }

    private static Map<String, ?> entry(List<RecordedEvent> past, List<RecordedEvent> life) {
        var it = life.getLast();
        var before = past.isEmpty() ? Map.<String, Object>of() : told(past);
        var after = told(life);
        var unsaid = it.event() instanceof MemberErased ? Set.of("name", "email") : Set.of();
        var changed = after.keySet().stream().filter(field -> !unsaid.contains(field))
                .filter(field -> past.isEmpty() || !Objects.equals(before.get(field), after.get(field))).toList();
        var row = new TreeMap<String, Object>();
        row.put("before", past.isEmpty() ? null : only(changed, before));
        row.put("after", only(changed, after));
        return row;
    }

    private static Map<String, Object> told(List<RecordedEvent> life) {
        var member = member(life);
        var told = new LinkedHashMap<String, Object>();
        Map.of("name", "name", "email", "email", "role", "role", "status", "status", "erased", "erased", "invitation_status",
                "invitationStatus", "invitation_issue", "invitationIssue", "invitation_expires_at", "invitationExpiresAt",
                "invitation_requested_at",
                "invitationRequestedAt")
                .forEach((column, field) -> told.put(field, member.get(column)));
        return told;
    }

    private static Map<String, Object> only(List<String> fields, Map<String, Object> all) {
        var some = new LinkedHashMap<>(all);
        some.keySet().retainAll(fields);
        return some;
    }

    /** The number of members of each group after each event that changed it. */
    private Stream<Map<String, ?>> counts() {
        var rows = new ArrayList<Map<String, ?>>();
        var counts = new HashMap<Map<String, Object>, Long>();
        var groups = new HashMap<UUID, Map<String, Object>>();
        events.stream().filter(it -> it.event() instanceof MemberEvent).forEach(it -> {
            var life = Objects.requireNonNull(lives.get(it.aggregateId()));
            var now = group(life.subList(0, life.indexOf(it) + 1));
            var before = groups.put(it.aggregateId(), now);
            if (!now.equals(before)) {
                Stream.ofNullable(before).forEach(group -> rows.add(count(group, it.position(), counts.merge(group, -1L, Long::sum))));
                rows.add(count(now, it.position(), counts.merge(now, 1L, Long::sum)));
            }
        });
        return rows.stream();
    }

    private static Map<String, ?> count(Map<String, Object> group, long position, long members) {
        var row = new TreeMap<>(group);
        row.put("position", position);
        row.put("members", members);
        return row;
    }

    /** The position of the event since which something is as it is now. */
    private static long since(List<RecordedEvent> life, Function<List<RecordedEvent>, String> what) {
        int i = life.size();
        while (i > 1 && what.apply(life.subList(0, i - 1)).equals(what.apply(life))) {
            i--;
        }
        return life.get(i - 1).position();
    }

    private static Map<String, Object> group(List<RecordedEvent> life) {
        return Map.of("organization_id", life.getFirst().organizationId(), "role", role(life).value(), "status",
                last(life, IndependentViews::status));
    }

    private static <T> T last(List<RecordedEvent> life, Function<Event, @Nullable T> said) {
        return life.reversed().stream().map(it -> said.apply(it.event())).filter(Objects::nonNull).findFirst().orElseThrow();
    }
}

package roster.console.history;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

import roster.console.history.HistoryItem.ActingMember;
import roster.console.members.ListedMember;
import roster.contract.role.Role;
import roster.contract.stored.EventType;

/** Describes events in words that follow the name of the actor: one sentence for each type. */
public final class What {
    /** Where the member is named whom the event is about, and the word before the name. Without a name, both are left out. */
    private static final Pattern GAP = Pattern.compile("\\{(of|to|for|member)}");
    private static final String MEMBER = "member";
    private static final Map<String, String> AGGREGATES = Map.of(MEMBER, "", "invitation_mail", "e-mail ", "api_token", "API token ",
            "organization", "organization ");

    private What() {}

    /**
     * A sentence without its subject.
     *
     * @param name name of the member whom the event is about, which leads to their page; empty when none is named
     */
    public record Sentence(String start, String name, String end) {
        static Sentence of(String words) {
            return new Sentence(words, "", "");
        }

        @Override
        public String toString() {
            return start + name + end;
        }
    }

    /** On the page of the member, who is not named again. */
    static Sentence onPageOf(ListedMember member, HistoryItem event) {
        var invited = event.after() == null ? null : event.after().get("name");
        var name = event.type().equals("member.invited") ? Objects.toString(invited, member.name()) : "the member";
        return Sentence.of(GAP.matcher(words(event, event.isBy(member.memberId())))
                .replaceAll(gap -> gap.group(1).equals(MEMBER) ? Matcher.quoteReplacement(name) : ""));
    }

    /** Among events of the whole organization. */
    static Sentence inOrganization(HistoryItem event) {
        boolean self = event.isBy(event.member() == null ? null : event.member().memberId());
        var words = words(event, self);
        var gap = GAP.matcher(words);
        if (!gap.find()) {
            return Sentence.of(words);
        }
        var start = words.substring(0, gap.start());
        var end = words.substring(gap.end());
        var word = gap.group(1).equals(MEMBER) ? "" : " " + gap.group(1) + " ";
        return self && !word.isEmpty() ? Sentence.of(start + end) : new Sentence(start + word, name(event.member(), event), end);
    }

    /** Those who were erased have no name, and neither has anyone for users who may not see it. */
    private static String name(@Nullable ActingMember member, HistoryItem event) {
        var invited = event.text("name");
        return member != null ? Objects.requireNonNullElse(member.name(), "a former member")
                : event.type().equals("member.invited") && invited != null ? invited : "a member";
    }

    /** An event type that is newer than the console is shown by its name. */
    private static String words(HistoryItem event, boolean self) {
        return switch (event.type()) {
            case "member.invited" -> "invited {member}" + as(event);
            case "member.invitation_resent" -> "sent a new invitation e-mail{to}";
            case "member.invitation_accepted" -> "accepted the invitation{of}";
            case "member.invitation_declined" -> "declined the invitation{of}";
            case "member.invitation_revoked" -> "revoked the invitation{of}";
            case "member.invitation_expired" -> "marked the invitation{of} as expired";
            case "member.new_invitation_requested" -> "requested a new invitation{for}";
            case "member.name_changed" -> "changed the name{of}";
            case "member.email_changed" -> "changed the address{of}";
            case "member.role_changed" -> "changed the role{of}";
            case "member.access_confirmed" -> "confirmed the access{of}";
            case "member.account_linked" -> "linked another sign-in account{of}";
            case "member.account_unlinked" -> "removed a sign-in account{of}";
            case "member.suspended" -> "suspended {member}";
            case "member.reactivated" -> "reactivated {member}";
            case "member.deleted" -> self ? "left the organization" : "deleted {member}";
            case "member.erased" -> "erased the name and the address{of} permanently";
            case "invitation_mail.sent" -> "delivered " + mail(event);
            case "invitation_mail.failed" -> "could not deliver " + mail(event);
            case "api_token.created" -> "created " + token(event);
            case "api_token.revoked" -> "revoked " + token(event);
            case "organization.registered" -> "registered the organization";
            case "organization.locale_changed" -> "changed the language of e-mails";
            default -> "triggered “" + event.type() + "”";
        };
    }

    private static String as(HistoryItem event) {
        var role = event.after() == null ? event.text("role") : event.after().get("role");
        return role == null ? "" : " as " + Role.of(role.toString()).title();
    }

    private static String mail(HistoryItem event) {
        return "inviter".equals(event.text("recipient")) ? "the inviter’s e-mail about {member}" : "the invitation e-mail{to}";
    }

    private static String token(HistoryItem event) {
        var name = Objects.requireNonNullElse(event.tokenName(), Objects.requireNonNullElse(event.text("name"), ""));
        return (name.isEmpty() ? "an API token" : "the API token “" + name + "”")
                + (event.text("ownerId") == null ? " of the organization" : "{of}");
    }

    /** Title of a type of events, from its name. */
    public static String title(EventType type) {
        return title(type.storedName());
    }

    /** Title of the type with this stored name. */
    public static String title(String type) {
        var words = Arrays.asList(type.split("\\.", 2));
        return StringUtils
                .capitalize(AGGREGATES.getOrDefault(words.getFirst(), words.getFirst() + " ") + words.getLast().replace('_', ' '));
    }
}

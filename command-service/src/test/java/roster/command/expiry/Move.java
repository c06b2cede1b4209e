package roster.command.expiry;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import roster.command.Client.Response;
import roster.command.RunningService;
import roster.command.Team;
import roster.command.TestClock;
import roster.command.bus.CommandRequest;
import roster.command.bus.Commands;
import roster.command.member.MemberCommand.ExpireInvitation;

/**
 * A command on one of a few addresses.
 *
 * @param which index of a member with that address, modulo their number
 */
record Move(Kind kind, int address, int which) {
    private static final List<String> ADDRESSES = List.of("grace@navy.example", "jean@navy.example");
    private static final List<String> SPELLED_OTHERWISE = List.of("Grace@Navy.Example", "JEAN@navy.example");

    enum Kind {
        INVITE,
        RESEND,
        REVOKE,
        DECLINE,
        ACCEPT,
        DELETE,
        ASK_AGAIN,
        EXPIRE,
        LOOK_FOR_OVERDUE,
        WAIT_A_WEEK
    }

    /**
     * @param invited all members invited so far
     * @return code of the problem; empty when it was carried out, or when there was no such member
     */
    String make(Team team, RunningService at, List<Response> invited) {
        return switch (kind) {
            case INVITE -> invite(team, invited);
            case LOOK_FOR_OVERDUE -> {
                at.part(Expiry.class).expire();
                yield "";
            }
            case WAIT_A_WEEK -> {
                at.part(TestClock.class).forward(Duration.ofDays(7));
                yield "";
            }
            default -> {
                var meant = invited.stream().filter(it -> it.text("/email").equalsIgnoreCase(ADDRESSES.get(address))).toList();
                yield meant.isEmpty() ? "" : to(meant.get(which % meant.size()), team, at);
            }
        };
    }

    private String invite(Team team, List<Response> invited) {
        var answer = team.invite((which % 2 == 0 ? ADDRESSES : SPELLED_OTHERWISE).get(address), "developer");
        if (answer.status() == 201) {
            invited.add(answer);
        }
        return answer.code();
    }

    private String to(Response invited, Team team, RunningService at) {
        var member = invited.id("/memberId");
        return switch (kind) {
            case RESEND -> team.post(member, "invitation/resend").code();
            case REVOKE -> team.post(member, "invitation/revoke").code();
            case DELETE -> team.delete(member).code();
            case ACCEPT -> team.client().accept(link(invited, team), ADDRESSES.get(address)).code();
            case DECLINE -> withLink("decline", invited, team).code();
            case ASK_AGAIN -> withLink("ask-again", invited, team).code();
            case EXPIRE -> expire(member, team.id(), at);
            case INVITE, LOOK_FOR_OVERDUE, WAIT_A_WEEK -> throw new IllegalStateException("has no member: " + kind);
        };
    }

    private static Response withLink(String what, Response invited, Team team) {
        return team.client().post("/invitations/" + what, "{\"token\": \"" + link(invited, team) + "\"}");
    }

    /** The link of the newest e-mail. */
    private static String link(Response invited, Team team) {
        var member = invited.id("/memberId");
        var resent = team.history(member).stream().filter("member.invitation_resent"::equals).count();
        return team.link(member, invited.id("/invitation/invitationId"), 1 + (int) resent);
    }

    private static String expire(UUID member, UUID organization, RunningService at) {
        at.part(Commands.class).send(CommandRequest.ofSystem(), new ExpireInvitation(member, organization));
        return "";
    }

    static List<String> addresses() {
        return ADDRESSES;
    }
}

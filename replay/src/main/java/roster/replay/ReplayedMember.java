package roster.replay;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import roster.contract.event.InvitationMailEvent;
import roster.contract.event.MemberEvent;
import roster.contract.member.CurrentMember;
import roster.contract.member.InvitationMails;

/** A member and the delivery of the invitation's e-mails, as of one event. */
record ReplayedMember(CurrentMember member, InvitationMails mails) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(included -> included.withValueInclusion(JsonInclude.Include.ALWAYS))
            // only the components of records, not isPending()
            .changeDefaultVisibility(visible -> visible.withIsGetterVisibility(Visibility.NONE))
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS).build();

    /** @throws IllegalStateException when it is not the next event of the member */
    static ReplayedMember after(@Nullable ReplayedMember was, MemberEvent event, FeedLine line) {
        return new ReplayedMember(CurrentMember.evolve(was == null ? null : was.member, event, line.sequence(), line.time()),
                was == null ? InvitationMails.NONE : was.mails.after(event));
    }

    /** @throws IllegalStateException when it is not the next result of the invitation */
    ReplayedMember after(InvitationMailEvent event, FeedLine line) {
        return new ReplayedMember(member, mails.after(event, line.sequence(), member.invitation().issue(), line.time()));
    }

    ReplayedMember erased() {
        return new ReplayedMember(member.asErased(), mails);
    }

    /** As query-service shows a member to a caller with {@code audit.read}. */
    String json(boolean inviterIsErased) {
        ObjectNode json = JSON.valueToTree(member);
        var invitation = json.withObject("invitation");
        invitation.set("mail", JSON.valueToTree(mails));
        if (inviterIsErased) {
            invitation.withObject("invitedBy").putNull("name");
        }
        return JSON.writeValueAsString(json);
    }
}

package roster.query.difference;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import roster.access.requirement.Requires;
import roster.contract.event.Organization;
import roster.contract.role.Permission;
import roster.query.consistency.ConsistentRead;
import roster.query.difference.MemberDifference.Change;
import roster.query.http.Cursors;
import roster.query.http.Limit;
import roster.query.http.Listing;
import roster.query.moment.Cut;
import roster.query.moment.Cuts;
import roster.query.moment.Moment;
import roster.query.problem.QueryRejected;

/** {@code /organizations/{org}/diff}: how the members of an organization differ between two moments. */
@RestController
final class DifferenceController {
    private final MemberDifferences differences;
    private final Cuts cuts;
    private final Cursors cursors;

    DifferenceController(MemberDifferences differences, Cuts cuts, Cursors cursors) {
        this.differences = differences;
        this.cuts = cuts;
        this.cursors = cursors;
    }

    /**
     * Lists the members who joined, left, or have another name, address, role or status at the second moment than at the first, in the order
     * of their ids. An invited member counts as a member, a deleted one does not.
     *
     * @param from   first moment: an instant or a position; before the organization was registered, it had no members
     * @param to     second moment; by default now
     * @param change only differences of this kind
     */
    @Requires(Permission.AUDIT_READ)
    @GetMapping("/organizations/{org}/diff")
    Listing<MemberDifference> list(Organization organization, @RequestParam Moment from,
            @RequestParam(required = false) @Nullable Moment to,
            @RequestParam(required = false) @Nullable Change change, @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable String after, ConsistentRead read) {
        var including = read.including(from, "from");
        return (to == null ? including : including.including(to, "to")).answer(position -> {
            var first = cuts.at(organization.id(), from).orElse(Cut.BEGINNING);
            var second = to == null ? Cut.now(Long.parseLong(position)) : end(organization, to);
            var question = "diff of " + organization.id() + " " + first.position() + " " + (to == null ? "" : second.position()) + change;
            var found = differences.read(organization.id(), first, second, change, place(after, question), limit.rows() + 1);
            boolean more = found.size() > limit.rows();
            var rows = more ? found.subList(0, limit.rows()) : found;
            return new Listing<>(rows, more ? cursors.write(question, List.of(rows.getLast().memberId().toString())) : null,
                    Long.toString(second.position()));
        });
    }

    private Cut end(Organization organization, Moment to) {
        return cuts.at(organization.id(), to)
                .orElseThrow(() -> QueryRejected.parameter("to", "is before the organization was registered"));
    }

    private @Nullable UUID place(@Nullable String cursor, String question) {
        return cursor == null ? null : UUID.fromString(cursors.read(cursor, question, 1).getFirst());
    }
}

package roster.query.history;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import roster.contract.event.Organization;
import roster.contract.role.Permission;
import roster.http.access.Requires;
import roster.query.consistency.ConsistentRead;
import roster.query.http.Cursor;
import roster.query.http.Limit;
import roster.query.http.Listing;
import roster.query.member.MemberViews;
import roster.query.problem.Rejected;

/** {@code /organizations/{org}/members/{member}/history}: the audit history of a member. */
@RestController
final class HistoryController {
    private final MemberViews members;
    private final MemberHistory history;

    HistoryController(MemberViews members, MemberHistory history) {
        this.members = members;
        this.history = history;
    }

    /** Lists the events of a member, in order, with actor and reason. */
    @Requires(Permission.MEMBERS_VIEW)
    @GetMapping("/organizations/{org}/members/{member}/history")
    Listing<WhatHappened> list(Organization organization, @PathVariable UUID member,
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable String after, ConsistentRead read) {
        return read.answer(position -> {
            var of = members.find(organization.id(), member).orElseThrow(Rejected::notFound).member();
            var found = history.read(of.memberId(), place(after, member), limit.rows() + 1);
            boolean more = found.size() > limit.rows();
            var rows = more ? found.subList(0, limit.rows()) : found;
            return new Listing<>(named(organization.id(), rows), more ? cursorAfter(rows.getLast()) : null, position);
        });
    }

    private List<WhatHappened> named(UUID organization, List<HistoryEntry> entries) {
        var names = members.names(organization, entries.stream().flatMap(WhatHappened::actingMembers).distinct().toList());
        return entries.stream().map(entry -> WhatHappened.of(entry, names)).toList();
    }

    private static String cursorAfter(HistoryEntry last) {
        return Cursor.write(last.memberId().toString(), List.of(Long.toString(last.sequence())));
    }

    private static long place(@Nullable String cursor, UUID member) {
        if (cursor == null) {
            return -1;
        }
        try {
            return Long.parseLong(Cursor.read(cursor, member.toString(), 1).getFirst());
        } catch (NumberFormatException _) {
            throw Cursor.rubbish();
        }
    }
}

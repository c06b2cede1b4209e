package roster.query.history;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import roster.access.control.Caller;
import roster.access.requirement.OrOneself;
import roster.access.requirement.Requires;
import roster.contract.event.Organization;
import roster.contract.role.Permission;
import roster.query.consistency.ConsistentRead;
import roster.query.event.EventRow;
import roster.query.http.Cursors;
import roster.query.http.Limit;
import roster.query.http.Listing;
import roster.query.members.MemberViews;
import roster.query.members.Visibility;
import roster.query.problem.QueryRejected;

/** {@code /organizations/{org}/members/{member}/history}: the audit history of a member. */
@RestController
final class HistoryController {
    private final MemberViews members;
    private final MemberHistory history;
    private final Actors actors;
    private final Cursors cursors;

    HistoryController(MemberViews members, MemberHistory history, Actors actors, Cursors cursors) {
        this.cursors = cursors;
        this.actors = actors;
        this.members = members;
        this.history = history;
    }

    /**
     * Lists the events of a member, in order, with actor and reason. Members read their own without {@code audit.read}: without the reasons
     * that others gave, and without the names of deleted members. Programs always need the permission.
     */
    @Requires(Permission.AUDIT_READ)
    @OrOneself
    @GetMapping("/organizations/{org}/members/{member}/history")
    Listing<WhatHappened> list(Organization organization, Caller caller, @PathVariable UUID member,
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable String after, ConsistentRead read) {
        return read.answer(position -> {
            var visibility = Visibility.to(caller);
            var of = members.find(organization.id(), member, visibility).orElseThrow(QueryRejected::notFound).member();
            var found = history.read(of.memberId(), place(after, member), limit.rows() + 1);
            boolean more = found.size() > limit.rows();
            var rows = more ? found.subList(0, limit.rows()) : found;
            var names = actors.names(organization.id(), rows, visibility, visibility.audited() ? null : member);
            var told = rows.stream().map(it -> WhatHappened.of(it, visibility.audited() || it.isBy(member), names)).toList();
            return new Listing<>(told, more ? cursorAfter(rows.getLast()) : null, position);
        });
    }

    private String cursorAfter(EventRow last) {
        return cursors.write(question(last.aggregateId()), List.of(Long.toString(last.sequence())));
    }

    private long place(@Nullable String cursor, UUID member) {
        if (cursor == null) {
            return -1;
        }
        try {
            return Long.parseLong(cursors.read(cursor, question(member), 1).getFirst());
        } catch (NumberFormatException _) {
            throw Cursors.rubbish();
        }
    }

    private static String question(UUID member) {
        return "history of " + member;
    }
}

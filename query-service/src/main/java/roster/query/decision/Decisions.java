package roster.query.decision;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import roster.access.control.Denied;
import roster.access.control.OrganizationLookup;
import roster.access.credential.Standings;
import roster.contract.event.Organization;
import roster.contract.role.Permission;
import roster.query.consistency.ConsistentRead;
import roster.query.decision.Item.Evaluation;
import roster.query.decision.Item.Unusable;

/** Decides any number of evaluations with one query each for members, tokens and organizations. */
@Component
public final class Decisions {
    private final Standings standings;
    private final OrganizationLookup organizations;
    private final PastDecisions pastDecisions;

    Decisions(Standings standings, OrganizationLookup organizations, PastDecisions past) {
        this.pastDecisions = past;
        this.standings = standings;
        this.organizations = organizations;
    }

    /**
     * Decisions in the order of the items.
     *
     * @throws Denied when the caller may ask about none of them
     */
    public List<Decision> decide(Asker asker, Collection<? extends Item> items, ConsistentRead read) {
        return decide(asker, items, it -> past(it, asker, read));
    }

    /** As {@link #decide(Asker, Collection, ConsistentRead)}, of now. */
    public List<Decision> decide(Asker asker, Collection<? extends Item> items) {
        return decide(asker, items, it -> {
            throw new IllegalArgumentException("not of now: " + it);
        });
    }

    private List<Decision> decide(Asker asker, Collection<? extends Item> items, Function<Evaluation, Decision> past) {
        var evaluations = items.stream().filter(Evaluation.class::isInstance).map(Evaluation.class::cast).toList();
        var rights = rights(evaluations.stream().map(Evaluation::subject).filter(Objects::nonNull).collect(Collectors.toSet()));
        var named = organizations
                .find(evaluations.stream().map(Evaluation::organization).filter(Objects::nonNull).collect(Collectors.toSet()));
        var decisions = items.stream().map(item -> switch (item) {
            case Evaluation it -> it.asOf() == null
                    ? decide(it, asker, rights.get(it.subject()), named.get(it.organization()))
                    : past.apply(it);
            case Unusable it -> Decision.of(it);
        }).toList();
        if (!decisions.isEmpty() && decisions.stream().allMatch(Decision.FORBIDDEN::equals)) {
            throw Denied.without(Permission.DECISIONS_READ);
        }
        return decisions;
    }

    private Decision past(Evaluation it, Asker asker, ConsistentRead read) {
        var organization = it.organization() == null ? null : organizations.find(it.organization()).orElse(null);
        if (organization == null) {
            return Decision.DENIED;
        }
        return asker.mayReadHistoryOf(organization.id()) ? pastDecisions.decide(it, organization.id(), read) : Decision.FORBIDDEN_PAST;
    }

    private static Decision decide(Evaluation it, Asker asker, @Nullable Rights subject, @Nullable Organization organization) {
        if (it.organization() != null && !asker.mayAskAbout(it.subject(), organization == null ? null : organization.id())) {
            return Decision.FORBIDDEN;
        }
        return organization != null && subject != null && it.action() != null && subject.permits(it.action(), organization.id())
                ? Decision.PERMITTED
                : Decision.DENIED;
    }

    private Map<Subject, Rights> rights(Set<Subject> subjects) {
        var rights = new HashMap<Subject, Rights>();
        standings.members(ids(subjects, Subject.Kind.MEMBER))
                .forEach(it -> rights.put(new Subject(Subject.Kind.MEMBER, it.memberId()), Rights.of(it)));
        standings.tokens(ids(subjects, Subject.Kind.API_TOKEN))
                .forEach(it -> rights.put(new Subject(Subject.Kind.API_TOKEN, it.tokenId()), Rights.of(it)));
        return rights;
    }

    private static List<UUID> ids(Set<Subject> subjects, Subject.Kind kind) {
        return subjects.stream().filter(it -> it.kind() == kind).map(Subject::id).toList();
    }
}

package roster.query.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import roster.access.control.OrganizationLookup;
import roster.access.credential.Standings;
import roster.contract.event.Organization;
import roster.query.access.Item.Evaluation;
import roster.query.access.Item.Unknown;
import roster.query.access.Item.Unusable;

/** Decides any number of evaluations with one query each for members, tokens and organizations. */
@Component
final class Decisions {
    private final Standings standings;
    private final OrganizationLookup organizations;

    Decisions(Standings standings, OrganizationLookup organizations) {
        this.standings = standings;
        this.organizations = organizations;
    }

    /** Decisions in the order of the items. */
    List<Decision> decide(Asker asker, Collection<? extends Item> items) {
        var evaluations = items.stream().filter(Evaluation.class::isInstance).map(Evaluation.class::cast).toList();
        var rights = rights(evaluations.stream().map(Evaluation::subject).collect(Collectors.toSet()));
        var named = organizations.find(evaluations.stream().map(Evaluation::organization).collect(Collectors.toSet()));
        return items.stream().map(item -> switch (item) {
            case Evaluation it when permits(it, asker, rights, named) -> Decision.PERMITTED;
            case Evaluation _,Unknown _ -> Decision.DENIED;
            case Unusable it -> Decision.of(it);
        }).toList();
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

    private static boolean permits(Evaluation it, Asker asker, Map<Subject, Rights> rights, Map<String, Organization> named) {
        var organization = named.get(it.organization());
        var subject = rights.get(it.subject());
        return organization != null && subject != null && subject.organizationId().equals(organization.id())
                && asker.mayAskAbout(it.subject(), organization.id())
                && subject.permissions().contains(it.action());
    }
}

package roster.query.organization;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import roster.access.control.Callers;
import roster.access.control.OrganizationLookup;
import roster.access.credential.Credential.Anonymous;
import roster.access.credential.Credential.ApiToken;
import roster.access.credential.Credential.NotificationService;
import roster.access.credential.Credential.Operator;
import roster.access.credential.Credential.Person;
import roster.access.credential.Standings;
import roster.access.requirement.AnyCaller;
import roster.contract.event.Organization;

/** {@code /me/organizations}: the organizations of the caller. */
@RestController
final class MyOrganizationsController {
    private final Callers callers;
    private final Standings standings;
    private final OrganizationLookup organizations;

    MyOrganizationsController(Callers callers, Standings standings, OrganizationLookup organizations) {
        this.callers = callers;
        this.standings = standings;
        this.organizations = organizations;
    }

    /** Current memberships, independent of the views, and therefore without a position. */
    record MyOrganizations(List<Belonging> data) {}

    /** Lists the organizations that the caller belongs to, ordered by slug. Operators belong to none. */
    @AnyCaller
    @GetMapping("/me/organizations")
    MyOrganizations mine() {
        var mine = switch (callers.credential()) {
            case Person person -> person(person);
            case ApiToken token -> token(token);
            case Operator _,NotificationService _,Anonymous _ -> Stream.<Belonging>empty();
        };
        return new MyOrganizations(mine.sorted(Comparator.comparing(Belonging::slug)).toList());
    }

    private Stream<Belonging> person(Person person) {
        var memberships = standings.members(person.identity());
        var found = organizations.find(memberships.stream().map(it -> it.organizationId().toString()).toList());
        return memberships.stream().map(it -> Belonging.of(found(found, it.organizationId()), it, it.permissions()));
    }

    private Stream<Belonging> token(ApiToken token) {
        var id = token.organizationId();
        var organization = found(organizations.find(List.of(id.toString())), id);
        var owner = Optional.ofNullable(token.ownerId()).flatMap(standings::member);
        return Stream.of(owner.map(it -> Belonging.of(organization, it, token.permissions()))
                .orElseGet(() -> Belonging.ofNobody(organization, token.permissions())));
    }

    private static Organization found(Map<String, Organization> organizations, UUID id) {
        return Objects.requireNonNull(organizations.get(id.toString()));
    }
}

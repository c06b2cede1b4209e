package roster.query.access;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import roster.access.control.Denied;
import roster.access.control.OrganizationLookup;
import roster.access.requirement.AnyCaller;
import roster.contract.event.Organization;
import roster.contract.role.Permission;
import roster.contract.word.Word;
import roster.query.access.SearchRequest.ActionSearch;
import roster.query.access.SearchRequest.ResourceSearch;
import roster.query.access.SearchRequest.SubjectSearch;
import roster.query.access.SearchResults.FoundAction;
import roster.query.access.SearchResults.FoundEntity;
import roster.query.decision.Asker;
import roster.query.decision.Askers;
import roster.query.decision.Entity;
import roster.query.decision.Stated;
import roster.query.decision.Subject;

/** {@code /access/v1/search}: the searches of OpenID AuthZEN 1.0. A result is what an access evaluation permits. */
@RestController
@RequestMapping(AccessController.PATH + "/search")
final class SearchController {
    private final Askers askers;
    private final OrganizationLookup organizations;
    private final Candidates candidates;
    private final Searches searches;

    SearchController(Askers askers, OrganizationLookup organizations, Candidates candidates, Searches searches) {
        this.askers = askers;
        this.organizations = organizations;
        this.candidates = candidates;
        this.searches = searches;
    }

    /**
     * Searches for the members or API tokens that may perform an action on a resource. The caller needs {@code decisions.read} in the
     * organization of the resource. Unknown types, actions and resources have no results.
     */
    @AnyCaller
    @PostMapping("/subject")
    SearchResults<FoundEntity> subject(@RequestBody SubjectSearch search) {
        var kind = Word.find(Subject.Kind.class, Stated.at("/subject/type", Stated.at("/subject", search.subject()).type()));
        var action = Stated.at("/action", search.action()).permission("/action");
        var organization = Stated.at("/resource", search.resource()).organization("/resource");
        var asker = askers.current();
        var id = askedAbout(asker, null, organization);
        return searches.search(asker, search.page(),
                kind.isEmpty() || action == null || id == null ? Candidates.none() : candidates.subjects(kind.get(), action, id),
                "subject", search.subject(), search.action(), search.resource(), search.context());
    }

    /**
     * Searches for the organizations in which a subject may perform an action, among those in which the caller has {@code decisions.read}, or
     * all for the caller itself. Other resources have no results, because Roster does not know their ids.
     */
    @AnyCaller
    @PostMapping("/resource")
    SearchResults<FoundEntity> resource(@RequestBody ResourceSearch search) {
        var subject = Stated.at("/subject", search.subject()).asSubject("/subject");
        var action = Stated.at("/action", search.action()).permission("/action");
        var type = Stated.at("/resource/type", Stated.at("/resource", search.resource()).type());
        var asker = askers.current();
        if (!asker.mayAskSomewhereAbout(subject)) {
            throw Denied.without(Permission.DECISIONS_READ);
        }
        var found = searches.search(asker, search.page(),
                subject == null || action == null || !type.equals(Entity.ORGANIZATION) ? Candidates.none()
                        : candidates.organizations(asker, subject, action),
                "resource", search.subject(), search.action(), search.resource(), search.context());
        return Entity.isWithinAnOrganization(type) ? found.because("the ids of resources of this type are not known here") : found;
    }

    /**
     * Searches for the actions that a subject may perform on a resource. To ask about others than itself, the caller needs
     * {@code decisions.read} in the organization of the resource.
     */
    @AnyCaller
    @PostMapping("/action")
    SearchResults<FoundAction> action(@RequestBody ActionSearch search) {
        var subject = Stated.at("/subject", search.subject()).asSubject("/subject");
        var organization = Stated.at("/resource", search.resource()).organization("/resource");
        var asker = askers.current();
        askedAbout(asker, subject, organization);
        return searches.search(asker, search.page(),
                subject == null || organization == null ? Candidates.none() : Candidates.actions(subject, organization),
                "action", search.subject(), search.resource(), search.context());
    }

    /**
     * The organization that is asked about; null for an unknown one.
     *
     * @throws Denied when the caller may not ask about the subject there
     */
    private @Nullable UUID askedAbout(Asker asker, @Nullable Subject subject, @Nullable String organization) {
        var id = Optional.ofNullable(organization).flatMap(organizations::find).map(Organization::id).orElse(null);
        if (organization != null && !asker.mayAskAbout(subject, id)) {
            throw Denied.without(Permission.DECISIONS_READ);
        }
        return id;
    }
}

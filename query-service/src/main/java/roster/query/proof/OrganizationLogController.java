package roster.query.proof;

import java.util.Base64;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import roster.access.requirement.Requires;
import roster.contract.event.Organization;
import roster.contract.role.Permission;
import roster.query.log.LogHeads;
import roster.query.log.LogHeads.Logged;
import roster.query.log.LogTrees;
import roster.query.log.StoredEvents;
import roster.query.problem.QueryRejected;
import roster.recordlog.merkle.Hash;

/** {@code /organizations/{org}/log}: proofs that the events of an organization are what was signed. */
@RestController
final class OrganizationLogController {
    private final LogTrees trees;
    private final LogHeads heads;
    private final StoredEvents events;

    OrganizationLogController(LogTrees trees, LogHeads heads, StoredEvents events) {
        this.trees = trees;
        this.heads = heads;
        this.events = events;
    }

    /**
     * Proof that an event is in the tree of its organization.
     *
     * @param event      event id
     * @param index      index of the event in the tree, from 0
     * @param leaf       the leaf, in base64: everything that is stored of the event, personal data encrypted
     * @param path       hashes from the leaf up to the root (RFC 6962, section 2.1.1), in base64
     * @param checkpoint head of the tree that the path leads to
     */
    record EventProof(UUID event, String position, long index, String leaf, List<String> path, OrganizationCheckpoint checkpoint) {}

    /**
     * Proof that a tree begins with all events of an earlier one.
     *
     * @param from     size of the earlier tree
     * @param to       size of the later tree
     * @param fromRoot root of the earlier tree, in base64
     * @param toRoot   root of the later tree, in base64
     * @param path     hashes that lead to both roots (RFC 6962, section 2.1.2), in base64
     */
    record ConsistencyProof(long from, long to, String fromRoot, String toRoot, List<String> path) {}

    /**
     * Shows the newest head of the organization's tree, with proof that the signed log has it. Not found until there is one, some seconds after
     * the organization was registered.
     */
    @Requires(Permission.AUDIT_READ)
    @GetMapping("/organizations/{org}/log/checkpoint")
    OrganizationCheckpoint checkpoint(Organization organization) {
        return checkpointOf(newest(organization));
    }

    /**
     * Proves that an event is in the signed log. Not found until the next checkpoint, some seconds after the event was recorded.
     *
     * @param event event id
     */
    @Requires(Permission.AUDIT_READ)
    @GetMapping("/organizations/{org}/log/proof")
    EventProof proof(Organization organization, @RequestParam UUID event) {
        var head = newest(organization);
        var stored = events.find(organization.id(), event).orElseThrow(QueryRejected::notFound);
        long index = trees.indexOf(organization.id(), stored.position()).filter(it -> it < head.size())
                .orElseThrow(QueryRejected::notFound);
        return new EventProof(event, Long.toString(stored.position()), index, Base64.getEncoder().encodeToString(stored.leaf()),
                texts(trees.inclusion(organization.id(), index, head.size())), checkpointOf(head));
    }

    /**
     * Proves that the organization's tree of one size begins with all events of the tree of an earlier size.
     *
     * @param from size of the earlier tree
     * @param to   size of the later tree; otherwise that of the newest head
     */
    @Requires(Permission.AUDIT_READ)
    @GetMapping("/organizations/{org}/log/consistency")
    ConsistencyProof consistency(Organization organization, @RequestParam @Min(0) long from,
            @RequestParam(required = false) @Min(0) @Nullable Long to) {
        long newest = newest(organization).size();
        long size = to == null ? newest : to;
        if (size > newest) {
            throw QueryRejected.parameter("to", "is greater than the size of the newest checkpoint, " + newest);
        }
        if (from > size) {
            throw QueryRejected.parameter("from", "is greater than the size of the later tree, " + size);
        }
        return new ConsistencyProof(from, size, trees.root(organization.id(), from).toString(),
                trees.root(organization.id(), size).toString(), texts(trees.consistency(organization.id(), from, size)));
    }

    private Logged newest(Organization organization) {
        return heads.newest(organization.id()).orElseThrow(QueryRejected::notFound);
    }

    private OrganizationCheckpoint checkpointOf(Logged head) {
        var root = heads.checkpoint().orElseThrow(QueryRejected::notFound);
        return OrganizationCheckpoint.of(head, heads.proof(head, root), root);
    }

    private static List<String> texts(List<Hash> hashes) {
        return hashes.stream().map(Hash::toString).toList();
    }
}

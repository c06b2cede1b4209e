package roster.contract.role;

import static roster.contract.role.Permission.*;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonCreator;

import roster.contract.word.Word;

/** Role of a member, with its permissions: those of the published table, and Roster's own. */
public enum Role implements Word {
    ADMIN("Admin", "The highest level of access: manages all resources, billing and users included.",
            EnumSet.allOf(Permission.class)),
    DEVELOPER("Developer", "Works with everything that development and operation need, without control over billing or users.",
            EnumSet.of(DEPLOYMENTS_MANAGE, DEPLOYMENTS_CONFIGURE, TOKENS_CREATE_DEVELOPER_OPERATIONS,
                    TOKENS_CREATE_PROTECTED_ENDPOINT, INFERENCE_RUN, DEPLOYMENTS_OBSERVE, BENTOS_PULL, MODELS_PULL, BENTOS_PUSH,
                    BENTOS_DELETE,
                    MODELS_DELETE, MEMBERS_VIEW, DECISIONS_READ)),
    ENDPOINT_USER("Endpoint User", "Runs inference with models that are already deployed.",
            EnumSet.of(TOKENS_CREATE_PROTECTED_ENDPOINT, INFERENCE_RUN, BENTOS_PULL, MODELS_PULL, MEMBERS_VIEW, DECISIONS_READ));

    private final String title;
    private final String description;
    private final Set<Permission> permissions;

    Role(String title, String description, Set<Permission> permissions) {
        this.title = title;
        this.description = description;
        this.permissions = Collections.unmodifiableSet(permissions);
    }

    /** The name on pages and in e-mails, in every language. */
    public String title() {
        return title;
    }

    /** Description of the role in one English sentence. */
    public String description() {
        return description;
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /** True when the role may invite members, which needs the permissions to add users and to change roles. */
    public boolean mayInvite() {
        return permissions.contains(Permission.MEMBERS_MANAGE) && permissions.contains(Permission.ROLES_MANAGE);
    }

    /** @throws IllegalArgumentException for an unknown value */
    @JsonCreator
    public static Role of(String value) {
        return Word.read(Role.class, value);
    }
}

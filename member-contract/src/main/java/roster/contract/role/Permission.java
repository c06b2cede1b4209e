package roster.contract.role;

import roster.contract.word.Word;

/** A permission. The first fifteen are the published ones, in their order and wording; the others are Roster's own. */
public enum Permission implements Word {
    BILLING_MANAGE("billing.manage", "View and edit billing information"),
    MEMBERS_MANAGE("members.manage", "Add and remove users"),
    ROLES_MANAGE("roles.manage", "Change user roles"),
    DEPLOYMENTS_MANAGE("deployments.manage", "Create, terminate, restore, and delete Deployments"),
    DEPLOYMENTS_CONFIGURE("deployments.configure", "View and update Deployment configurations"),
    TOKENS_CREATE_DEVELOPER_OPERATIONS("tokens.create_developer_operations", "Create API tokens with Developer Operations Access"),
    TOKENS_CREATE_PROTECTED_ENDPOINT("tokens.create_protected_endpoint", "Create API tokens with Protected Endpoint Access"),
    INFERENCE_RUN("inference.run", "Run inference with Deployments"),
    DEPLOYMENTS_OBSERVE("deployments.observe", "View Activities, Logging, and Monitoring information on a Deployment details page"),
    BENTOS_PULL("bentos.pull", "View and pull Bentos"),
    MODELS_PULL("models.pull", "View and pull models"),
    BENTOS_PUSH("bentos.push", "Push Bentos"),
    BENTOS_DELETE("bentos.delete", "Delete Bentos"),
    MODELS_DELETE("models.delete", "Delete models"),
    STANDBY_CONFIGURE("standby.configure", "Configure standby instances"),

    MEMBERS_VIEW("members.view", "View members and their roles"),
    DECISIONS_READ("decisions.read", "Ask what members and API tokens may do"),
    AUDIT_READ("audit.read", "Read the audit log"),
    EVENTS_READ("events.read", "Read the event feed"),
    TOKENS_CREATE_MEMBER_ADMINISTRATION("tokens.create_member_administration", "Create API tokens with Member Administration Access");

    private final String value;
    private final String wording;

    Permission(String value, String wording) {
        this.value = value;
        this.wording = wording;
    }

    /** The name in JSON and in access requests. */
    @Override
    public String value() {
        return value;
    }

    /** Description for people. */
    public String wording() {
        return wording;
    }

    /** True when the product's own page lists it; false when only Roster needs it. */
    public boolean isPublished() {
        return compareTo(STANDBY_CONFIGURE) <= 0;
    }
}

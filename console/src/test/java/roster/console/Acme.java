package roster.console;

import java.util.UUID;

/** An organization in {@link FakeServices}, as seen by a given user. */
public final class Acme {
    public static final UUID ID = UUID.fromString("01990000-0000-7000-8000-00000000ac3e");
    public static final UUID ADA = UUID.fromString("01990000-0000-7000-8000-0000000000ad");
    public static final UUID GRACE = UUID.fromString("01990000-0000-7000-8000-0000000000ce");
    public static final String PATH = "/organizations/" + ID;

    private static final String EVERYTHING = """
            "billing.manage","members.manage","roles.manage","deployments.manage","deployments.configure",\
            "tokens.create_developer_operations","tokens.create_protected_endpoint","inference.run","deployments.observe","bentos.pull",\
            "models.pull","bentos.push","bentos.delete","models.delete","standby.configure","members.view","decisions.read",\
            "audit.read","events.read","tokens.create_member_administration\"""";
    private static final String LITTLE = """
            "tokens.create_protected_endpoint","inference.run","bentos.pull","models.pull","members.view","decisions.read\"""";

    private Acme() {}

    /** Responses for Ada as admin. */
    public static FakeServices asAdmin(FakeServices services) {
        return as(services, "admin", EVERYTHING);
    }

    /** Responses for Ada as endpoint user. */
    public static FakeServices asEndpointUser(FakeServices services) {
        return as(services, "endpoint_user", LITTLE);
    }

    /** Responses for Ada as a member with the event feed, but without the audit log. */
    public static FakeServices asEventReader(FakeServices services) {
        return as(services, "developer", LITTLE + ",\"events.read\"");
    }

    private static FakeServices as(FakeServices services, String role, String permissions) {
        return services.reset()
                .answer("/me/organizations", """
                        {"data":[{"organizationId":"%s","slug":"acme","name":"Acme","memberId":"%s","role":"%s","status":"active",
                                  "permissions":[%s]}],"next":null,"position":"7"}""".formatted(ID, ADA, role, permissions))
                .answer(PATH + "/members/" + ADA, member(ADA, "Ada Lovelace", "ada@acme.example", role, "active", "accepted"))
                .answer(PATH + "/members/" + GRACE, member(GRACE, "Grace Hopper", "grace@navy.example", "developer", "active", "accepted"));
    }

    /** A member as returned by query-service, invited by Ada. */
    public static String member(UUID id, String name, String email, String role, String status, String invitation) {
        return """
                {"memberId":"%s","organizationId":"%s","name":"%s","email":"%s","role":"%s","status":"%s","since":"2026-11-24T10:00:00Z",
                 "version":3,"invitation":{"invitationId":"%s","status":"%s","expiresAt":"2026-12-01T10:00:00Z","issue":1,
                 "invitedBy":{"memberId":"%s","name":"Ada Lovelace"}}}""".formatted(id, ID, name, email, role, status, id, invitation, ADA);
    }
}

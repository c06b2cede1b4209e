package roster.command.member;

import java.util.UUID;

/** Who is invited together with a new organization. */
public record FirstAdmin(UUID memberId, UUID invitationId, String name, EmailAddress email) {}

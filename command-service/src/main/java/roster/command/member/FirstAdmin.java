package roster.command.member;

import java.util.UUID;

import roster.contract.email.EmailAddress;

/** Who is invited together with a new organization. */
public record FirstAdmin(UUID memberId, UUID invitationId, String name, EmailAddress email) {}

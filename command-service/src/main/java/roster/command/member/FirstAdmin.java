package roster.command.member;

import java.util.UUID;

import roster.contract.email.EmailAddress;

/** The first admin of a new organization, who is invited with its registration. */
public record FirstAdmin(UUID memberId, UUID invitationId, String name, EmailAddress email) {}

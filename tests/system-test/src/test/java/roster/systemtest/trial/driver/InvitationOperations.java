package roster.systemtest.trial.driver;

import static roster.contract.event.MemberStatus.ACTIVE;
import static roster.contract.event.MemberStatus.DELETED;
import static roster.contract.event.MemberStatus.INVITED;

import java.util.UUID;

import roster.contract.event.MemberStatus;
import roster.contract.invitation.InvitationSigner;
import roster.contract.invitation.InvitationToken;

/** Commands of holders of invitation links. No invitation of a trial expires, so every request for a new one is rejected. */
record InvitationOperations(InvitationSigner signer) {
    private static final Prediction ENDED = Prediction.rejected(410, "invitation-ended");

    TrialCommand accept(Company company) {
        return accept(company, company.anyone(it -> it.is(INVITED)));
    }

    TrialCommand accept(Company company, Person person) {
        var subject = "subject of " + person.id;
        return of("accept", person, """
                , "verifiedEmail": "%s", "identity": {"provider": "github", "subject": "%s"}""".formatted(person.email, subject),
                MemberOperations.changes(200, person, "member.invitation_accepted"), ACTIVE, () -> {
                    person.subjects.add(subject);
                    person.firstAccount = true;
                });
    }

    TrialCommand decline(Company company) {
        var person = company.anyone(it -> it.is(INVITED));
        return of("decline", person, "", MemberOperations.changes(204, person, "member.invitation_declined"), DELETED, () -> {});
    }

    TrialCommand askAgain(Company company) {
        var person = company.anyone(it -> it.is(INVITED));
        return of("askAgain", person, "", Prediction.rejected(409, "invitation-not-expired"), person.status, () -> {});
    }

    private TrialCommand of(String operation, Person person, String more, Prediction prediction, MemberStatus then, Runnable change) {
        var token = signer.sign(new InvitationToken(UUID.fromString(person.id), UUID.fromString(person.invitationId), person.issue));
        var command = TrialCommand.of("invitation." + operation, "POST", "/invitations/" + (operation.equals("askAgain") ? "ask-again"
                : operation), "{\"token\": \"%s\"%s}".formatted(token, more), person.is(INVITED) ? prediction : ENDED, _ -> {
                    person.status = then;
                    person.version++;
                    change.run();
                });
        return person.is(INVITED) ? command.at(person.version) : command;
    }
}

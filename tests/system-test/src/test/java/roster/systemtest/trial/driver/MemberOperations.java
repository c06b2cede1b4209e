package roster.systemtest.trial.driver;

import static roster.contract.event.MemberStatus.ACTIVE;
import static roster.contract.event.MemberStatus.DELETED;
import static roster.contract.event.MemberStatus.INVITED;
import static roster.contract.event.MemberStatus.SUSPENDED;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import roster.contract.role.Role;

/** Commands on members. */
final class MemberOperations {
    private static final Prediction IS_DELETED = Prediction.rejected(409, "member-deleted");

    private MemberOperations() {}

    private static boolean stays(Person person) {
        return !person.is(DELETED);
    }

    static TrialCommand invite(Company company) {
        var name = company.unique("Person");
        boolean taken = company.random.nextInt(10) == 0;
        var email = taken ? company.admin.email : name.toLowerCase(Locale.ROOT) + "@trial.example";
        var role = role(company);
        return TrialCommand.of("member.invite", "POST", company.path() + "/members", """
                {"name": "%s", "email": "%s", "role": "%s"}""".formatted(name, email, role.value()),
                taken ? Prediction.rejected(409, "email-taken") : Prediction.creates("member.invited"),
                answer -> company.people
                        .add(new Person(answer.text("/memberId"), answer.text("/invitation/invitationId"), name, email, role)));
    }

    private static Role role(Company company) {
        return List.of(Role.values()).get(company.random.nextInt(Role.values().length));
    }

    static TrialCommand resend(Company company) {
        var it = company.anyone(person -> person.is(INVITED));
        return on(company, it, "member.resend", "POST", "/invitation/resend", null,
                it.is(INVITED) ? changes(200, it, "member.invitation_resent") : Prediction.rejected(409, "member-not-invited"),
                () -> it.issue++);
    }

    static TrialCommand revoke(Company company) {
        var it = company.anyone(person -> person.is(INVITED));
        return on(company, it, "member.revoke", "POST", "/invitation/revoke", null,
                it.is(INVITED) ? changes(204, it, "member.invitation_revoked") : Prediction.rejected(409, "invitation-not-pending"),
                () -> it.status = DELETED);
    }

    static TrialCommand changeName(Company company) {
        var it = company.anyone(MemberOperations::stays);
        var name = company.random.nextInt(5) == 0 ? it.name : company.unique("Name");
        return on(company, it, "member.changeName", "PUT", "/name", "{\"name\": \"%s\"}".formatted(name),
                it.is(DELETED) ? IS_DELETED : name.equals(it.name) ? changes(204, it) : changes(204, it, "member.name_changed"),
                () -> it.rename(name));
    }

    static TrialCommand changeEmail(Company company) {
        var it = company.anyone(MemberOperations::stays);
        var email = company.unique("address") + "@trial.example";
        return on(company, it, "member.changeEmail", "PUT", "/email", "{\"email\": \"%s\"}".formatted(email),
                it.is(DELETED) ? IS_DELETED
                        : it.is(INVITED) ? changes(204, it, "member.email_changed", "member.invitation_resent")
                                : changes(204, it, "member.email_changed"),
                () -> {
                    it.move(email);
                    it.issue += it.is(INVITED) ? 1 : 0;
                });
    }

    static TrialCommand changeRole(Company company) {
        var it = company.anyone(MemberOperations::stays);
        var role = role(company);
        return on(company, it, "member.changeRole", "PUT", "/role", "{\"role\": \"%s\"}".formatted(role.value()),
                it.is(DELETED) ? IS_DELETED : role == it.role ? changes(204, it) : changes(204, it, "member.role_changed"),
                () -> it.role = role);
    }

    static TrialCommand confirmAccess(Company company) {
        var it = company.anyone(MemberOperations::stays);
        var role = company.random.nextInt(4) == 0 ? role(company) : it.role;
        return on(company, it, "member.confirmAccess", "POST", "/access/confirm", "{\"role\": \"%s\"}".formatted(role.value()),
                it.is(DELETED) ? IS_DELETED
                        : role == it.role ? changes(204, it, "member.access_confirmed") : Prediction.rejected(409, "role-differs"),
                () -> {});
    }

    static TrialCommand suspend(Company company) {
        var it = company.anyone(person -> person.is(ACTIVE));
        return on(company, it, "member.suspend", "POST", "/suspend", null,
                it.is(ACTIVE) ? changes(204, it, "member.suspended") : Prediction.rejected(409, "member-not-active"),
                () -> it.status = SUSPENDED);
    }

    static TrialCommand reactivate(Company company) {
        var it = company.anyone(person -> person.is(SUSPENDED));
        return on(company, it, "member.reactivate", "POST", "/reactivate", null,
                it.is(SUSPENDED) ? changes(204, it, "member.reactivated") : Prediction.rejected(409, "member-not-suspended"),
                () -> it.status = ACTIVE);
    }

    /** Revokes the member's own tokens, too. */
    static TrialCommand delete(Company company) {
        var it = company.anyone(MemberOperations::stays);
        var prediction = it.is(DELETED) ? changes(204, it) : changes(204, it, "member.deleted");
        for (var token : it.tokens.stream().filter(own -> !own.revoked).toList()) {
            prediction = prediction.and("api_token.revoked", token.id);
        }
        return on(company, it, "member.delete", "DELETE", "?reason=trial", null, prediction, () -> {
            it.status = DELETED;
            it.tokens.forEach(token -> token.revoked = true);
        });
    }

    static TrialCommand erase(Company company) {
        var it = company.anyone(person -> person.is(DELETED) && !person.erased);
        return on(company, it, "member.erase", "POST", "/erase", null,
                !it.is(DELETED) ? Prediction.rejected(409, "member-not-deleted")
                        : it.erased ? changes(200, it) : changes(200, it, "member.erased"),
                () -> it.erased = true);
    }

    static Prediction changes(int status, Person person, String... types) {
        return Prediction.changes(status, person.id, person.version, types);
    }

    /** @param change what the client then knows */
    static TrialCommand on(Company company, Person person, String operation, String method, String path, @Nullable String body,
            Prediction prediction, Runnable change) {
        var events = prediction.events().stream().filter(it -> person.id.equals(it.aggregate())).count();
        return TrialCommand.of(operation, method, company.path(person) + path, body, prediction, _ -> {
            change.run();
            person.version += events;
        }).at(person.version);
    }

}

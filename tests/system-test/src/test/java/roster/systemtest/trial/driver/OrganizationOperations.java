package roster.systemtest.trial.driver;

import java.util.function.Consumer;

import roster.systemtest.running.Answer;

/** Commands on organizations, and reports about the e-mail that the registration of one does not send: that to the inviter. */
record OrganizationOperations(String notificationToken) {
    static TrialCommand register(String slug, Prediction prediction, Consumer<Answer> onSuccess) {
        return TrialCommand.of("organization.register", "POST", "/organizations", """
                {"slug": "%1$s", "name": "%1$s", "admin": {"name": "Admin of %1$s", "email": "admin@%1$s.example"}}""".formatted(slug),
                prediction, onSuccess);
    }

    static Prediction registered() {
        return Prediction.creates("organization.registered", "member.invited");
    }

    static TrialCommand registerAgain(Company company) {
        return register(company.slug, Prediction.rejected(409, "slug-taken"), _ -> {});
    }

    static TrialCommand changeLocale(Company company) {
        var locale = company.random.nextBoolean() ? "en" : "de";
        boolean news = !locale.equals(company.locale);
        return TrialCommand.of("organization.changeLocale", "PUT", company.path() + "/locale", "{\"locale\": \"%s\"}".formatted(locale),
                news ? Prediction.changes(204, company.id, company.version, "organization.locale_changed")
                        : Prediction.changes(204, company.id, company.version),
                _ -> {
                    company.locale = locale;
                    company.version += news ? 1 : 0;
                }).at(company.version);
    }

    TrialCommand report(Company company) {
        boolean failed = company.random.nextBoolean();
        return about(company, failed, "invitationMail.report", "/invitation-mails", 204, report(company, failed));
    }

    TrialCommand reportAll(Company company) {
        boolean failed = company.random.nextBoolean();
        var report = report(company, failed);
        return about(company, failed, "invitationMail.reportAll", "/invitation-mails/batch", 200,
                "{\"reports\": [%s, %s]}".formatted(report, report));
    }

    /** A report is news once; one of success also after one of failure. */
    private TrialCommand about(Company company, boolean failed, String operation, String path, int status, String body) {
        boolean news = !company.reportedSent && !(failed && company.reportedFailed);
        var mail = company.admin.invitationId;
        var prediction = news ? Prediction.changes(status, mail, 0, failed ? "invitation_mail.failed" : "invitation_mail.sent")
                : Prediction.changes(status, mail, 0);
        return TrialCommand.of(operation, "POST", path, body, prediction.ofUnknownVersion(), _ -> {
            company.reportedFailed |= failed;
            company.reportedSent |= !failed;
        }).by(notificationToken);
    }

    private static String report(Company company, boolean failed) {
        return """
                {"memberId": "%s", "invitationId": "%s", "issue": 1, "recipient": "inviter"%s}""".formatted(company.admin.id,
                company.admin.invitationId, failed ? ", \"failure\": \"mailbox_full\", \"status\": \"552 5.2.2\"" : "");
    }
}

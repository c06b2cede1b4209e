package roster.command.organization;

import java.util.Objects;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import roster.access.document.Rejections;
import roster.command.http.Answer;
import roster.command.http.CommandSender;
import roster.command.http.Created;
import roster.command.member.FirstAdmin;
import roster.command.organization.OrganizationCommand.ChangeOrganizationLocale;
import roster.command.organization.OrganizationCommand.RegisterOrganization;
import roster.command.rejection.Rejection.SlugTaken;
import roster.command.store.UuidV7;
import roster.command.text.EmailAddressText;
import roster.command.text.Name;
import roster.command.text.NameText;
import roster.command.text.ReasonText;
import roster.contract.email.EmailAddress;
import roster.contract.mail.Language;

/** {@code /organizations}: commands on organizations. */
@RestController
class OrganizationController {
    /**
     * A new organization with its first admin.
     *
     * @param slug name in paths, as an alternative to the id
     * @param name display name
     * @param locale language of its e-mails; {@code en} by default
     */
    record Registration(
            @NotNull @Size(min = 2, max = 32) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = SLUG) String slug,
            @NotNull @NameText String name, @Nullable Language locale, @NotNull @Valid Admin admin) {
        /** Shorter than an id, so that it cannot be confused with one. */
        private static final String SLUG = "must consist of a-z and 0-9, with single hyphens between";
    }

    /**
     * The first admin, who is invited.
     *
     * @param name  name of the member
     * @param email address that the invitation e-mail is sent to
     */
    record Admin(@NotNull @NameText String name, @NotNull @EmailAddressText String email) {}

    /**
     * A change of the language of an organization's e-mails.
     *
     * @param reason reason, for the history
     */
    record LocaleChange(@NotNull Language locale, @Nullable @ReasonText String reason) {}

    /**
     * A registered organization.
     *
     * @param memberId the first admin, whose invitation is pending
     */
    record Registered(UUID organizationId, String slug, String name, UUID memberId) {}

    /** Registers an organization, and invites its first admin. For operators. */
    @Rejections(SlugTaken.class)
    @PostMapping(path = "/organizations", produces = MediaType.APPLICATION_JSON_VALUE)
    Created<Registered> register(@Valid @RequestBody Registration registration, CommandSender sender) {
        var admin = new FirstAdmin(UuidV7.next(), UuidV7.next(), Name.of(registration.admin.name),
                EmailAddress.of(registration.admin.email));
        var command = new RegisterOrganization(UuidV7.next(), registration.slug, Name.of(registration.name),
                Objects.requireNonNullElse(registration.locale, Language.ENGLISH), admin);
        return sender.create(command, "/organizations/" + command.slug(),
                _ -> new Registered(command.organizationId(), command.slug(), command.name(), admin.memberId()));
    }

    /** Changes the language of an organization's e-mails. E-mails that are already queued keep their language. */
    @PutMapping(path = "/organizations/{org}/locale", produces = MediaType.APPLICATION_JSON_VALUE)
    Answer<Void> changeLocale(roster.contract.event.Organization organization, @Valid @RequestBody LocaleChange change,
            CommandSender sender) {
        return sender.because(change.reason).send(new ChangeOrganizationLocale(organization.id(), change.locale));
    }
}

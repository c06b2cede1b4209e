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

import roster.command.http.Answer;
import roster.command.http.CommandSender;
import roster.command.http.Created;
import roster.command.member.EmailAddressText;
import roster.command.member.FirstAdmin;
import roster.command.member.Name;
import roster.command.member.NameText;
import roster.command.member.ReasonText;
import roster.command.organization.OrganizationCommand.ChangeOrganizationLocale;
import roster.command.organization.OrganizationCommand.RegisterOrganization;
import roster.command.rejection.Rejection.SlugTaken;
import roster.command.store.UuidV7;
import roster.contract.email.EmailAddress;
import roster.contract.event.Language;
import roster.http.openapi.Rejections;

/** {@code /organizations}: where they begin. */
@RestController
class OrganizationController {
    /**
     * An organization to be, with its first admin.
     *
     * @param slug by which paths may name it, beside its id
     * @param name as people call it
     * @param locale of its letters, {@code en} unless told otherwise
     */
    record Registration(
            @NotNull @Size(min = 2, max = 32) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = SLUG) String slug,
            @NotNull @NameText String name, @Nullable Language locale, @NotNull @Valid Admin admin) {
        /** Too short to be taken for an id. */
        private static final String SLUG = "must be of a-z and 0-9, with single hyphens between";
    }

    /**
     * Who is invited to be the first admin.
     *
     * @param name  as they are to be called
     * @param email where the letter goes
     */
    record Admin(@NotNull @NameText String name, @NotNull @EmailAddressText String email) {}

    /**
     * In which language an organization's letters are written from now on.
     *
     * @param reason why, for the record
     */
    record LocaleChange(@NotNull Language locale, @Nullable @ReasonText String reason) {}

    /**
     * The new organization.
     *
     * @param memberId the first admin, who is yet to accept
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

    /** Has the letters of an organization written in another language. Those on their way stay as they are. */
    @PutMapping(path = "/organizations/{org}/locale", produces = MediaType.APPLICATION_JSON_VALUE)
    Answer<Void> changeLocale(roster.contract.event.Organization organization, @Valid @RequestBody LocaleChange change,
            CommandSender sender) {
        return sender.because(change.reason).send(new ChangeOrganizationLocale(organization.id(), change.locale));
    }
}

package roster.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static roster.contract.mail.MailRecipient.INVITEE;
import static roster.contract.mail.MailRecipient.INVITER;
import static roster.notification.Approved.assertApproved;
import static roster.notification.SomeEmails.ADA;
import static roster.notification.SomeEmails.GRACE;
import static roster.notification.SomeEmails.again;
import static roster.notification.SomeEmails.as;
import static roster.notification.SomeEmails.email;
import static roster.notification.SomeEmails.in;
import static roster.notification.SomeEmails.invitation;
import static roster.notification.SomeEmails.request;
import static roster.notification.SomeEmails.toOrganization;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.TimeZone;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import roster.contract.invitation.InvitationToken;
import roster.contract.mail.Language;
import roster.contract.role.Role;
import roster.notification.SomeEmails;
import roster.notification.entry.Email;
import roster.notification.entry.Person;

class EmailComposerTest {
    private final EmailComposer composer = SomeComposer.COMPOSER;

    @ParameterizedTest
    @EnumSource
    void the_invitee_is_told_who_invited_them_to_what_and_gets_the_link(Language language) throws Exception {
        approve("invitee", email(SomeEmails.EVENT, INVITEE, in(language, invitation(GRACE, ADA))));
        approve("invitee-admin", email(SomeEmails.EVENT, INVITEE, in(language, as(Role.ADMIN, invitation(GRACE, ADA)))));
        approve("invitee-endpoint-user", email(SomeEmails.EVENT, INVITEE, in(language, as(Role.ENDPOINT_USER, invitation(GRACE, ADA)))));
    }

    @ParameterizedTest
    @EnumSource
    void the_inviter_is_told_the_same_without_the_link(Language language) throws Exception {
        var email = email(SomeEmails.EVENT, INVITER, in(language, invitation(GRACE, ADA)));

        approve("inviter", email);
        assertThat(html(composer.compose(email))).doesNotContain("href", "#k1", "https:");
        assertThat(text(composer.compose(email))).doesNotContain("http", "#k1");
    }

    @ParameterizedTest
    @EnumSource
    void the_email_to_the_first_admin_says_why_there_is_no_inviter(Language language) throws Exception {
        approve("first-admin", email(SomeEmails.EVENT, INVITEE, in(language, as(Role.ADMIN, invitation(GRACE, null)))));
    }

    @ParameterizedTest
    @EnumSource
    void an_email_that_is_sent_again_says_that_the_older_link_is_dead(Language language) throws Exception {
        approve("invitee-again", email(SomeEmails.EVENT, INVITEE, in(language, again(invitation(GRACE, ADA)))));
        approve("inviter-again", email(SomeEmails.EVENT, INVITER, in(language, again(invitation(GRACE, ADA)))));
    }

    @ParameterizedTest
    @EnumSource
    void a_member_is_told_at_the_old_address_that_it_was_changed_and_not_to_which(Language language) throws Exception {
        approve("address-changed", SomeEmails.addressChanged(SomeEmails.EVENT, in(language, invitation(GRACE, null))));
    }

    @ParameterizedTest
    @EnumSource
    void the_inviter_is_told_who_asks_for_a_new_invitation_and_where_to_send_it(Language language) throws Exception {
        var request = request(SomeEmails.EVENT, in(language, invitation(GRACE, ADA)));

        approve("request", request);
        assertThat(composer.compose(request).getAllRecipients()).containsExactly(new InternetAddress("ada@acme.example"));
        assertThat(raw(composer.compose(request))).doesNotContain("#k1");
    }

    @ParameterizedTest
    @EnumSource
    void the_longest_words_there_are_fit_in(Language language) throws Exception {
        var longest = "W".repeat(64);
        var email = email(SomeEmails.EVENT, INVITEE, in(language, toOrganization(longest, invitation(
                new Person(longest, "a".repeat(64) + "@" + "b".repeat(63) + ".example"), new Person(longest, "ada@acme.example")))));

        approve("longest", email);
        assertThat(raw(composer.compose(email)).split("\r\n")).allMatch(it -> it.length() <= 998);
    }

    @Test
    void the_link_carries_member_invitation_and_issue() throws Exception {
        var invitation = again(invitation(GRACE, ADA));
        var text = text(composer.compose(email(SomeEmails.EVENT, INVITEE, invitation)));
        var link = text.lines().filter(it -> it.startsWith("https://console.example/invitations#")).findFirst().orElseThrow();

        assertThat(SomeComposer.SIGNER.verify(link.substring(link.indexOf('#') + 1)))
                .contains(new InvitationToken(invitation.memberId(), invitation.invitationId(), 2));
    }

    @Test
    void the_same_email_is_the_same_bytes_whatever_the_machine_is_set_to() throws Exception {
        var email = email(SomeEmails.EVENT, INVITEE, in(Language.GERMAN, invitation(GRACE, ADA)));
        var before = raw(composer.compose(email));
        var zone = TimeZone.getDefault();
        var locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(raw(composer.compose(email))).isEqualTo(before);
            assertThat(raw(SomeComposer.another().compose(email))).isEqualTo(before);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
        assertApproved("de/invitee.eml", before);
    }

    @Test
    void the_two_emails_of_an_event_have_ids_of_their_own() throws Exception {
        assertThat(composer.compose(email(INVITEE)).getMessageID()).isEqualTo("<" + SomeEmails.EVENT + ".invitee@mail.roster.example>");
        assertThat(composer.compose(email(INVITER)).getMessageID()).isEqualTo("<" + SomeEmails.EVENT + ".inviter@mail.roster.example>");
    }

    @Test
    void markup_in_names_is_text() throws Exception {
        var message = composer.compose(email(SomeEmails.EVENT, INVITEE, toOrganization("<img src=x onerror=alert(1)>",
                invitation(GRACE, new Person("<script>alert(1)</script>", "eve@acme.example")))));

        assertThat(html(message)).doesNotContain("<script", "<img").contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(text(message)).contains("<script>alert(1)</script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Eve\r\nBcc: all@acme.example", "Eve\nBcc: all@acme.example", "Eve\rBcc: all@acme.example",
            "Eve\u2028Bcc: all@acme.example", "Eve\u0085Bcc: all@acme.example", "Eve\r\n\r\n<h1>Bcc: all@acme.example</h1>",
            "Ève\r\nBcc: all@acme.example", "Eve\0Bcc: all@acme.example"})
    void no_name_can_add_a_header(String name) throws Exception {
        var message = composer.compose(email(SomeEmails.EVENT, INVITEE, toOrganization(name,
                invitation(new Person(name, "grace@navy.example"), new Person(name, "eve@acme.example")))));
        var headers = raw(message).split("\r\n\r\n", 2)[0].replaceAll("\r\n[ \t]+", " ");

        assertThat(headers.lines()).noneMatch(it -> it.startsWith("Bcc"));
        assertThat(Collections.list(message.getAllHeaders())).extracting(it -> it.getName().toLowerCase(Locale.ROOT))
                .containsExactlyInAnyOrder("date", "from", "to", "message-id", "subject", "mime-version", "content-type", "auto-submitted",
                        "x-auto-response-suppress", "content-language");
        assertThat(message.getAllRecipients()).containsExactly(new InternetAddress("grace@navy.example"));
        assertThat(text(message).lines()).noneMatch(it -> it.startsWith("Bcc") || it.startsWith("<h1>Bcc"));
    }

    @Test
    void names_beyond_ascii_are_encoded_words() throws Exception {
        var message = composer.compose(email(SomeEmails.EVENT, INVITEE, toOrganization("Åkerström & Söhne",
                invitation(new Person("Zoë \"Z\" 山田", "zoe@navy.example"), ADA))));

        assertThat(raw(message)).matches("(?s)\\p{ASCII}*").contains("To: =?UTF-8?");
        assertThat(((InternetAddress) message.getAllRecipients()[0]).getPersonal()).isEqualTo("Zoë \"Z\" 山田");
        assertThat(message.getSubject()).isEqualTo("Ada Lovelace invited you to Åkerström & Söhne");
    }

    @Test
    void a_domain_in_any_script_travels_as_a_labels() throws Exception {
        var message = composer.compose(email(SomeEmails.EVENT, INVITEE, invitation(new Person("Zoë", "zoe@bücher.example"), ADA)));

        assertThat(((InternetAddress) message.getAllRecipients()[0]).getAddress()).isEqualTo("zoe@xn--bcher-kva.example");
        assertThat(text(message)).contains("zoe@bücher.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "grace", "@navy.example", "a@navy.example, b@navy.example", "Grace <grace@navy.example>",
            "grace@navy.example\r\nRCPT TO:<all@navy.example>", "grace@navy_.example", "grace@@navy.example",
            "grace@navy..example", "@relay.example:grace@navy.example"})
    void what_is_not_one_plain_address_is_refused(String address) {
        var email = email(SomeEmails.EVENT, INVITEE, invitation(new Person("Grace", address), ADA));

        assertThatThrownBy(() -> composer.compose(email)).isInstanceOf(AddressException.class);
    }

    @Test
    void an_invitee_who_answers_writes_to_the_inviter_where_that_is_wanted() throws Exception {
        var zoe = invitation(GRACE, new Person("Zoë", "zoë@acme.example"));

        assertThat(SomeComposer.WITH_REPLIES.compose(email(INVITEE)).getHeader("Reply-To"))
                .containsExactly("Ada Lovelace <ada@acme.example>");
        assertThat(SomeComposer.WITH_REPLIES.compose(email(INVITER)).getHeader("Reply-To")).isNull();
        assertThat(SomeComposer.WITH_REPLIES.compose(email(SomeEmails.EVENT, INVITEE, zoe)).getHeader("Reply-To")).isNull();
        assertThat(composer.compose(email(INVITEE)).getHeader("Reply-To")).isNull();
    }

    @Test
    void no_name_turns_the_direction_of_what_stands_beside_it() throws Exception {
        var message = composer.compose(email(SomeEmails.EVENT, INVITEE, toOrganization("A\u202Ecme\u2067",
                invitation(GRACE, new Person("\u05E2\u05D3\u05D4", "ada@acme.example")))));

        assertThat(message.getSubject()).isEqualTo("\u2068\u05E2\u05D3\u05D4\u2069 invited you to A cme");
        assertThat(text(message) + html(message)).doesNotContain("\u202E", "\u2067");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "From here", "a=3D b= ",
            "\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80", "--roster", "ß=\u00A0ß"})
    void what_is_read_is_what_was_written(String name) throws Exception {
        var message = composer.compose(email(SomeEmails.EVENT, INVITEE, toOrganization(name, invitation(GRACE, ADA))));
        var raw = raw(message);
        var read = new MimeMessage(null, new ByteArrayInputStream(raw.getBytes(StandardCharsets.US_ASCII)));

        assertThat(raw).matches("(?s)\\p{ASCII}*");
        assertThat(raw.split("\r\n")).allMatch(it -> it.length() <= 78 || it.startsWith("Content-Type"));
        assertThat(text(read)).isEqualTo(text(message)).contains("join " + name.strip() + ".");
        assertThat(html(read)).isEqualTo(html(message));
    }

    @Test
    void a_name_is_not_decoded_as_if_mail_had_encoded_it() throws Exception {
        var encoded = "=?UTF-8?Q?ceo=40bank.example?=";
        var message = composer.compose(email(SomeEmails.EVENT, INVITEE, toOrganization(encoded,
                invitation(new Person(encoded, "grace@navy.example"), new Person(encoded, "eve@acme.example")))));
        var read = new MimeMessage(null, new ByteArrayInputStream(raw(message).getBytes(StandardCharsets.US_ASCII)));

        assertThat(read.getSubject()).doesNotContain("@").contains("Q?ceo=40bank.example");
        assertThat(((InternetAddress) read.getAllRecipients()[0]).getPersonal()).doesNotContain("@");
    }

    @Test
    void a_domain_that_was_entered_as_a_labels_is_shown_as_people_write_it() throws Exception {
        var message = composer.compose(email(SomeEmails.EVENT, INVITEE, invitation(new Person("Zoë", "zoe@xn--bcher-kva.example"), ADA)));

        assertThat(text(message)).contains("zoe@bücher.example").doesNotContain("xn--");
    }

    @ParameterizedTest
    @CsvSource({"grace@straße.example, grace@xn--strae-oqa.example", "grace@strasse.example, grace@strasse.example",
            "grace@βόλος.example, grace@xn--nxasmm1c.example"})
    void an_email_goes_to_the_domain_that_was_meant_and_not_to_one_spelled_alike(String address, String recipient) throws Exception {
        var message = composer.compose(email(SomeEmails.EVENT, INVITEE, invitation(new Person("Grace", address), ADA)));

        assertThat(((InternetAddress) message.getAllRecipients()[0]).getAddress()).isEqualTo(recipient);
        assertThat(text(message)).contains(address);
    }

    @ParameterizedTest
    @CsvSource({"grace@navy_.example, not a domain", "a b@navy.example, not one address"})
    void who_cannot_be_reached_is_told_why(String address, String why) {
        assertThatThrownBy(() -> composer.compose(email(SomeEmails.EVENT, INVITEE, invitation(new Person("Grace", address), ADA))))
                .isInstanceOf(AddressException.class).hasMessageContaining(why);
    }

    @Test
    void an_address_beyond_ascii_is_written_in_utf_8() throws Exception {
        var message = composer.compose(email(SomeEmails.EVENT, INVITEE, invitation(new Person("Gräce", "gräce@bücher.example"), ADA)));

        assertThat(raw(message).lines()).anyMatch(it -> it.startsWith("To: ") && it.endsWith(" <gräce@xn--bcher-kva.example>"));
        assertThat(message.getAllRecipients()).containsExactly(new InternetAddress("gräce@xn--bcher-kva.example"));
    }

    private void approve(String name, Email email) throws Exception {
        var message = composer.compose(email);
        var place = email.invitation().language().value() + "/" + name;
        assertApproved(place + ".headers", raw(message).split("\r\n\r\n", 2)[0].replace("\r\n", "\n") + "\n");
        assertApproved(place + ".txt", "Subject: " + message.getSubject() + "\n\n" + text(message));
        assertApproved(place + ".html", html(message));
    }

    private static String text(MimeMessage message) throws Exception {
        return part(message, 0);
    }

    private static String html(MimeMessage message) throws Exception {
        return part(message, 1);
    }

    private static String part(MimeMessage message, int index) throws Exception {
        return ((String) ((MimeMultipart) message.getContent()).getBodyPart(index).getContent()).replace("\r\n", "\n");
    }

    private static String raw(MimeMessage message) throws Exception {
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

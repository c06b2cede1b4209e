package roster.notification.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static roster.notification.Approved.assertApproved;
import static roster.notification.SomeLetters.ADA;
import static roster.notification.SomeLetters.GRACE;
import static roster.notification.SomeLetters.again;
import static roster.notification.SomeLetters.invitation;
import static roster.notification.SomeLetters.letter;
import static roster.notification.SomeLetters.request;
import static roster.notification.SomeLetters.toOrganization;
import static roster.notification.ledger.Recipient.INVITEE;
import static roster.notification.ledger.Recipient.INVITER;

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
import org.junit.jupiter.params.provider.ValueSource;

import roster.contract.invitation.InvitationToken;
import roster.notification.SomeLetters;
import roster.notification.ledger.Letter;
import roster.notification.ledger.Person;

class LetterComposerTest {
    private final LetterComposer composer = SomeComposer.COMPOSER;

    @Test
    void the_invitee_is_told_who_invited_them_to_what_and_gets_the_link() throws Exception {
        approve("invitee", letter(INVITEE));
    }

    @Test
    void the_inviter_is_told_the_same_without_the_link() throws Exception {
        approve("inviter", letter(INVITER));
        assertThat(raw(composer.compose(letter(INVITER)))).doesNotContain("http", "#k1");
    }

    @Test
    void the_first_admin_is_told_why_nobody_invited_them() throws Exception {
        approve("first-admin", letter(SomeLetters.EVENT, INVITEE, invitation(GRACE, null)));
    }

    @Test
    void a_letter_that_is_sent_again_says_that_the_older_link_is_dead() throws Exception {
        approve("invitee-again", letter(SomeLetters.EVENT, INVITEE, again(invitation(GRACE, ADA))));
        approve("inviter-again", letter(SomeLetters.EVENT, INVITER, again(invitation(GRACE, ADA))));
    }

    @Test
    void the_inviter_is_told_who_asks_for_a_new_invitation_and_where_to_send_it() throws Exception {
        var request = request(SomeLetters.EVENT, invitation(GRACE, ADA));

        approve("request", request);
        assertThat(composer.compose(request).getAllRecipients()).containsExactly(new InternetAddress("ada@acme.example"));
        assertThat(raw(composer.compose(request))).doesNotContain("#k1");
    }

    @Test
    void the_link_carries_member_invitation_and_issue() throws Exception {
        var invitation = again(invitation(GRACE, ADA));
        var text = text(composer.compose(letter(SomeLetters.EVENT, INVITEE, invitation)));
        var link = text.lines().filter(it -> it.startsWith("https://console.example/invitations#")).findFirst().orElseThrow();

        assertThat(SomeComposer.SIGNER.verify(link.substring(link.indexOf('#') + 1)))
                .contains(new InvitationToken(invitation.memberId(), invitation.invitationId(), 2));
    }

    @Test
    void the_same_letter_is_the_same_bytes_whatever_the_machine_is_set_to() throws Exception {
        var before = raw(composer.compose(letter(INVITEE)));
        var zone = TimeZone.getDefault();
        var locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(raw(composer.compose(letter(INVITEE)))).isEqualTo(before);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
        assertApproved("invitee.eml", before);
    }

    @Test
    void the_two_letters_of_an_event_have_ids_of_their_own() throws Exception {
        assertThat(composer.compose(letter(INVITEE)).getMessageID()).isEqualTo("<" + SomeLetters.EVENT + ".invitee@mail.roster.example>");
        assertThat(composer.compose(letter(INVITER)).getMessageID()).isEqualTo("<" + SomeLetters.EVENT + ".inviter@mail.roster.example>");
    }

    @Test
    void markup_in_names_is_text() throws Exception {
        var message = composer.compose(letter(SomeLetters.EVENT, INVITEE, toOrganization("<img src=x onerror=alert(1)>",
                invitation(GRACE, new Person("<script>alert(1)</script>", "eve@acme.example")))));

        assertThat(html(message)).doesNotContain("<script", "<img").contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(text(message)).contains("<script>alert(1)</script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Eve\r\nBcc: all@acme.example", "Eve\nBcc: all@acme.example", "Eve\rBcc: all@acme.example",
            "Eve\u2028Bcc: all@acme.example", "Eve\u0085Bcc: all@acme.example", "Eve\r\n\r\n<h1>Bcc: all@acme.example</h1>",
            "Ève\r\nBcc: all@acme.example", "Eve\0Bcc: all@acme.example"})
    void no_name_can_add_a_header(String name) throws Exception {
        var message = composer.compose(letter(SomeLetters.EVENT, INVITEE, toOrganization(name,
                invitation(new Person(name, "grace@navy.example"), new Person(name, "eve@acme.example")))));
        var headers = raw(message).split("\r\n\r\n", 2)[0].replaceAll("\r\n[ \t]+", " ");

        assertThat(headers.lines()).noneMatch(it -> it.startsWith("Bcc"));
        assertThat(Collections.list(message.getAllHeaders())).extracting(it -> it.getName().toLowerCase(Locale.ROOT))
                .containsExactlyInAnyOrder("date", "from", "to", "message-id", "subject", "mime-version", "content-type", "auto-submitted");
        assertThat(message.getAllRecipients()).containsExactly(new InternetAddress("grace@navy.example"));
        assertThat(text(message).lines()).noneMatch(it -> it.startsWith("Bcc") || it.startsWith("<h1>Bcc"));
    }

    @Test
    void names_beyond_ascii_are_encoded_words() throws Exception {
        var message = composer.compose(letter(SomeLetters.EVENT, INVITEE, toOrganization("Åkerström & Söhne",
                invitation(new Person("Zoë \"Z\" 山田", "zoe@navy.example"), ADA))));

        assertThat(raw(message)).matches("(?s)\\p{ASCII}*").contains("To: =?UTF-8?");
        assertThat(((InternetAddress) message.getAllRecipients()[0]).getPersonal()).isEqualTo("Zoë \"Z\" 山田");
        assertThat(message.getSubject()).isEqualTo("Ada Lovelace invited you to Åkerström & Söhne");
    }

    @Test
    void a_domain_in_any_script_travels_as_a_labels() throws Exception {
        var message = composer.compose(letter(SomeLetters.EVENT, INVITEE, invitation(new Person("Zoë", "zoe@bücher.example"), ADA)));

        assertThat(((InternetAddress) message.getAllRecipients()[0]).getAddress()).isEqualTo("zoe@xn--bcher-kva.example");
        assertThat(text(message)).contains("zoe@bücher.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "grace", "@navy.example", "a@navy.example, b@navy.example", "Grace <grace@navy.example>",
            "grace@navy.example\r\nRCPT TO:<all@navy.example>", "gräce@navy.example", "grace@navy_.example", "grace@@navy.example",
            "grace@navy..example", "@relay.example:grace@navy.example"})
    void what_is_not_one_plain_address_is_refused(String address) {
        var letter = letter(SomeLetters.EVENT, INVITEE, invitation(new Person("Grace", address), ADA));

        assertThatThrownBy(() -> composer.compose(letter)).isInstanceOf(AddressException.class);
    }

    private void approve(String name, Letter letter) throws Exception {
        var message = composer.compose(letter);
        assertApproved(name + ".txt", "Subject: " + message.getSubject() + "\n\n" + text(message));
        assertApproved(name + ".html", html(message));
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

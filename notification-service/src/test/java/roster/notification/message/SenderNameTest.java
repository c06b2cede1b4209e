package roster.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static roster.contract.mail.MailRecipient.INVITEE;
import static roster.contract.mail.MailRecipient.INVITER;
import static roster.notification.SomeEmails.ADA;
import static roster.notification.SomeEmails.GRACE;
import static roster.notification.SomeEmails.email;
import static roster.notification.SomeEmails.in;
import static roster.notification.SomeEmails.invitation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import roster.contract.mail.Language;
import roster.notification.SomeEmails;
import roster.notification.entry.Email;
import roster.notification.entry.Person;

class SenderNameTest {
    private static final String ROSTER = "roster@mail.roster.example";

    @Test
    void an_invitation_comes_from_the_inviter_via_roster() throws Exception {
        assertThat(from(email(INVITEE))).isEqualTo(new InternetAddress(ROSTER, "Ada Lovelace via Roster"));
        assertThat(name(email(INVITEE))).isEqualTo("Ada Lovelace via Roster");
        assertThat(name(email(SomeEmails.EVENT, INVITEE, in(Language.GERMAN, invitation(GRACE, ADA))))).isEqualTo(
                "Ada Lovelace über Roster");
    }

    @Test
    void every_other_email_comes_from_roster() throws Exception {
        assertThat(name(email(INVITER))).as("to the inviter").isEqualTo("Roster");
        assertThat(name(email(SomeEmails.EVENT, INVITEE, invitation(GRACE, null)))).as("to the first admin").isEqualTo("Roster");
        assertThat(name(SomeEmails.request(SomeEmails.EVENT, invitation(GRACE, ADA)))).as("request").isEqualTo("Roster");
        assertThat(name(SomeEmails.addressChanged(SomeEmails.EVENT, invitation(GRACE, null)))).as("notice").isEqualTo("Roster");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ada "The Countess" Lovelace         | Ada "The Countess" Lovelace via Roster
            Lovelace, Ada; Countess             | Lovelace, Ada; Countess via Roster
            Ada \\ (Lovelace) <x>             | Ada \\ (Lovelace) <x> via Roster
            Zoë 山田                            | Zoë 山田 via Roster
            =?UTF-8?Q?ceo=40bank.example?=      | = ?UTF-8?Q?ceo=40bank.example?= via Roster
            """)
    void a_name_is_read_as_it_is_written(String name, String shown) throws Exception {
        assertThat(name(by(name))).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Eve\r\nBcc: all@acme.example", "Eve\u2028X", "Eve\0X", "Eve\u202EX", "Eve\r\n\r\nX"})
    void no_character_of_a_name_breaks_the_header(String name) throws Exception {
        assertThat(raw(by(name)).split("\r\n\r\n", 2)[0].lines()).noneMatch(it -> it.startsWith("Bcc") || it.startsWith("X\r"));
        assertThat(from(by(name)).getAddress()).isEqualTo(ROSTER);
        assertThat(name(by(name))).doesNotContainPattern("[\\p{Cc}\u2028\u202E]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ceo@bank.example", "ceo\uFF20bank.example", "Eve <ceo\uFE6Bbank.example>", " \u200B ", "\r\n"})
    void a_name_that_looks_like_an_address_or_like_nothing_is_left_out(String name) throws Exception {
        assertThat(name(by(name))).isEqualTo("Roster");
    }

    @Test
    void a_name_from_right_to_left_does_not_turn_the_rest() throws Exception {
        assertThat(name(by("\u05E2\u05D3\u05D4"))).isEqualTo("\u2068\u05E2\u05D3\u05D4\u2069 via Roster");
    }

    @Test
    void a_long_name_is_cut_between_characters_and_leaves_room_for_roster() throws Exception {
        assertThat(name(by("W".repeat(300)))).isEqualTo("W".repeat(60) + "… via Roster");
        assertThat(name(by("é".repeat(300)))).isEqualTo("é".repeat(60) + "… via Roster");
        assertThat(name(by("W".repeat(59) + "\uD83D\uDC69\u200D\uD83D\uDE80" + "W"))).isEqualTo(
                "W".repeat(59) + "\uD83D\uDC69\u200D\uD83D\uDE80" + "… via Roster");
        assertThat(raw(by("W".repeat(300))).split("\r\n")).allMatch(it -> it.length() <= 998);
    }

    private static Email by(String inviter) {
        return email(SomeEmails.EVENT, INVITEE, invitation(GRACE, new Person(inviter, "eve@acme.example")));
    }

    private static String name(Email email) throws Exception {
        return from(email).getPersonal();
    }

    /** As a mail program reads it. */
    private static InternetAddress from(Email email) throws Exception {
        var read = new MimeMessage(null, new ByteArrayInputStream(raw(email).getBytes(StandardCharsets.US_ASCII)));
        assertThat(read.getFrom()).hasSize(1);
        return (InternetAddress) read.getFrom()[0];
    }

    private static String raw(Email email) throws Exception {
        var bytes = new ByteArrayOutputStream();
        SomeComposer.COMPOSER.compose(email).writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

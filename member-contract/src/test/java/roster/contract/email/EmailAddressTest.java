package roster.contract.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @ParameterizedTest
    @CsvSource({
            "ada@fass.example, ada@faß.example",
            "ada@fass.example, ada@fa\u1e9e.example",
            "ada@βολοσ.example, ada@βολος.example",
            "ada@scope.example, ada@\u0455\u0441\u043e\u0440\u0435.example",
            "ada@bill.example, ada@b\u0131ll.example",
            "ada@\u0915\u094d\u0937.example, ada@\u0915\u094d\u200d\u0937.example",
            "strasse@acme.example, straße@acme.example",
            "STRASSE@acme.example, straße@acme.example",
            "bill@acme.example, b\u0131ll@acme.example",
            "BILL@acme.example, b\u0131ll@acme.example",
            "bill@acme.example, b\u0130ll@acme.example",
            "find@acme.example, \ufb01nd@acme.example",
            "ada@acme.example, \uff41da@acme.example",
            "ada@acme.example, \u0430da@acme.example",
            "édith@acme.example, ÉDITH@acme.example",
            "ada@acme.example, ada+roster@acme.example"})
    void addresses_that_only_look_alike_are_two(String one, String other) {
        assertThat(EmailAddress.of(one).isSameAs(EmailAddress.of(other))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
            "ada@acme.example, ADA@ACME.example",
            "ada@bücher.example, ada@xn--bcher-kva.example",
            "ada@bücher.example, ada@BÜCHER.example",
            "ada@bücher.example, ada@bu\u0308cher.example",
            "ada@bücher.example, ada@XN--BCHER-KVA.example",
            "ada@faß.example, ada@xn--fa-hia.example",
            "ada@faß.example, ada@FA\u1e9e.example",
            "ada@firm.example, ada@\ufb01rm.example",
            "ada@kelvin.example, ada@\u212aelvin.example",
            "ada@full.example, ada@\uff46\uff55\uff4c\uff4c.example",
            "ada@acme.example, ada@acme\u3002example",
            "édith@acme.example, e\u0301dith@acme.example"})
    void spellings_of_one_mailbox_are_one_address(String one, String other) {
        assertThat(EmailAddress.of(one).isSameAs(EmailAddress.of(other))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "\u212aelvin@acme.example",
            "ada\u1fef@acme.example",
            "ada\u200b@acme.example",
            "ad\u00ada@acme.example",
            "ada\ufe0f@acme.example",
            "ada\u3164@acme.example",
            "ada@acme.example.",
            "ada@acme\u3002",
            "ada@acme",
            "ada@acme..example",
            "ada@-acme.example",
            "ada@acme-.example",
            "ada@a_b.example",
            "ada@xn--a.example",
            "ada@a\u200db.example",
            "ada@1\u05d0.example",
            "ada@@acme.example",
            "ada @acme.example",
            "Ada <ada@acme.example>",
            "ada@acme.example,eve@acme.example",
            "ada@acme.example\r\nBcc: eve@acme.example",
            ".ada@acme.example",
            "@acme.example",
            "ada"})
    void what_is_not_one_address_or_not_to_be_told_from_another_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> EmailAddress.of(text));
    }

    @Test
    void an_address_has_at_most_254_characters_and_its_labels_63() {
        var local = "a".repeat(64);
        var label = "b".repeat(63);

        assertThat(EmailAddress.of(local + "@" + label + "." + label + "." + "c".repeat(61)).canonical()).hasSize(254);
        assertThatIllegalArgumentException().isThrownBy(() -> EmailAddress.of(local + "@" + label + "." + label + "." + "c".repeat(62)));
        assertThatIllegalArgumentException().isThrownBy(() -> EmailAddress.of("a" + local + "@acme.example"));
        assertThatIllegalArgumentException().isThrownBy(() -> EmailAddress.of("ada@" + "b".repeat(64) + ".example"));
        assertThatIllegalArgumentException().as("as A-labels").isThrownBy(() -> EmailAddress.of("ada@" + "ü".repeat(60) + ".example"));
    }

    @Test
    void domains_that_are_in_use_though_no_rule_allows_their_hyphens_are_taken() {
        assertThat(EmailAddress.of("ada@r3---sn.example").canonical()).isEqualTo("ada@r3---sn.example");
    }

    @Test
    void an_address_is_kept_as_it_was_entered_delivered_to_a_labels_and_shown_as_people_write_it() {
        var address = EmailAddress.of(" Ada.O'Brien@XN--BCHER-KVA.example ");

        assertThat(address.entered()).isEqualTo("Ada.O'Brien@XN--BCHER-KVA.example");
        assertThat(address.canonical()).isEqualTo("ada.o'brien@xn--bcher-kva.example");
        assertThat(address.deliverable()).isEqualTo("Ada.O'Brien@xn--bcher-kva.example");
        assertThat(address.shown()).isEqualTo("Ada.O'Brien@bücher.example");
    }

    @Test
    void what_an_older_version_took_stays_readable_and_is_itself_alone() {
        var old = EmailAddress.recorded("ada@\u0661\u0660.example");

        assertThat(old.entered()).isEqualTo("ada@\u0661\u0660.example");
        assertThat(old.isSameAs(EmailAddress.recorded("ada@\u0661\u0660.example"))).isTrue();
        assertThat(old.isSameAs(EmailAddress.recorded("ADA@\u0661\u0660.example"))).isFalse();
        assertThat(EmailAddress.recorded("roster@localhost").deliverable()).isEqualTo("roster@localhost");
        assertThat(EmailAddress.recorded("nothing").shown()).isEqualTo("nothing");
        assertThat(EmailAddress.recorded("Ada@acme.example")).isEqualTo(EmailAddress.of("Ada@acme.example"));
    }
}

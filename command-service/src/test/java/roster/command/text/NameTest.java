package roster.command.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameTest {
    @ParameterizedTest
    @ValueSource(strings = {
            "Ada Lovelace", "O'Brien", "O\u2019Brien", "J. R. R. Tolkien", "J.R.R. Tolkien", "J.R.R.Tolkien", "St.John", "St. John",
            "Dr. Müller",
            "Dr.Müller", "Ada Lovelace, M.Sc.", "Ph.D. Ada", "J.Li", "Sammy Davis Jr.", "X \u00c6 A-12", "Acme, Inc.",
            "Müller & Söhne GmbH & Co. KG",
            "Yahoo!", "AT&T", "C++", "Node.js", "and/or", "1/2", "Research / Paris", "A // B", "v1.2.3", "10.0.0.1", "3:30", "Re: Ada",
            "#1", "...",
            "www", "Ftp", "http", "Ada (Analyst)", "deploy-bot_7", "\u5c71\u7530\u592a\u90ce", "\u30e2\u30fc\u30cb\u30f3\u30b0\u5a18\u3002",
            "\u845b\udb40\udd00\u57ce", "\u0645\u062d\u0645\u062f", "\u05e2\u05d3\u05d4",
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
            "\u0915\u094d\u200d\u0937", "\u0ba4\u0bae\u0bbf\u0bb4\u0bcd", "\u0391\u03b4\u03b1", "\u1019\u103c\u1014\u103a\u1019\u102c",
            "\ud55c\uae00",
            "\ud83d\ude80", "\ud83d\ude80 Team", "\u2764\ufe0f", "!", "A"})
    void ordinary_names_of_all_scripts_are_names(String name) {
        assertThat(Name.of(name)).isEqualTo(name);
    }

    @Test
    void a_name_is_kept_composed_and_without_blanks_around_it() {
        assertThat(Name.of("  E\u0301dith\u00a0Clarke\u3000")).isEqualTo("\u00c9dith\u00a0Clarke");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u00a0", "\u3000", "\u200b", "\u200c", "\u200d\u200d", "\u2060", "\ufeff", "\u3164", "\uffa0",
            "\u115f\u1160",
            "\u2800", "\ud834\udd59", "\ufe0f", "\u034f", "\u17b4", "\u180b", "\u0301", "\udb40\udc41"})
    void a_name_that_cannot_be_seen_is_no_name(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Name.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A\u200bda", "A\u00adda", "A\u2060da", "Ada\u061c", "Ada \u202eada", "Ada\u2066", "Ada\ud834\udd73",
            "Ada \udb40\udc41",
            "Ada\u200c", "\u200dAda", "Ada \u200dLovelace", "Ada1\u200c2", "A\u200c\u200cda", "\ud83d\udc69\u200d\ud83d\udcbb", "Ada\u3164",
            "Ada\u180e"})
    void a_name_has_no_format_characters_but_joiners_between_letters(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Name.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://x", "HTTP://EVIL", "ftp://x", "FTP://x", "x-y+z://x", "//x", "Ada //evil", "\\\\server\\share",
            "www.x.y", "WWW.x", "www2.x",
            "ftp.x", "x.y/z", "x.y/", "Dr.X/y", "x.y:80", "x.y?z", "x.y#z", "evil.example", "Win at evil.com now", "Evil.Com", "evil.com.",
            "(evil.org)",
            "a.evil.co.uk", "x.com", "t.me/ada", "bit.ly/2x", "bit.ly", "1.evil.zip", "evil.com, Ada", "ada@evil.example", "mailto:ada",
            "tel:+1", "sms:1",
            "президент.рф", "\u4f8b.\u4e2d\u56fd", "b\u00fccher.de", "xn--bcher-kva.de",
            "e\u200dvil.com", "evil\u200c.com", "ww\u200cw.x", "evil.c\ufe0fom", "evil\uff0ecom", "evil\u3002com", "evil\uff61com",
            "evil\u2024com",
            "\uff57\uff57\uff57.x", "\uff48ttps:\uff0f\uff0fx", "evil.\uff43om", "evil.co\u217f"})
    void a_name_has_nothing_that_mail_programs_make_a_link_of(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Name.of(text));
    }

    @Test
    void a_name_has_at_most_64_characters() {
        assertThat(Name.of("\ud83d\ude80".repeat(64))).hasSize(128);
        assertThatIllegalArgumentException().isThrownBy(() -> Name.of("x".repeat(65)));
    }
}

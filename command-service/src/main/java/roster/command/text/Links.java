package roster.command.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.apache.commons.validator.routines.DomainValidator;

/** Detects text that mail programs turn into a link: web and e-mail addresses, with or without a scheme. */
final class Links {
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\u034f\\u180b-\\u180f\\ufe00-\\ufe0f\\x{e0100}-\\x{e01ef}]");
    private static final Pattern SCHEME_OR_HOST = Pattern.compile(
            "//\\S|://|\\\\\\\\\\S|(?<![\\p{L}\\p{N}])(?:(?:mailto|tel|sms):|(?:www\\d*|ftp)\\.)\\S");
    private static final Pattern HOST_AND_PATH = Pattern.compile(
            "[\\p{L}\\p{N}]\\.[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}-]*(?:/|[:?#][\\p{L}\\p{N}])");
    /** Two adjacent labels of a domain. Matches overlap. */
    private static final Pattern LABELS = Pattern.compile("([\\p{L}\\p{M}\\p{N}-]+)\\.(?=([\\p{L}\\p{M}\\p{N}-]+))");
    /** Abbreviations such as M.Sc. and J.Li. The few domains of this form are of no use without a path. */
    private static final Pattern ABBREVIATION = Pattern.compile("[a-z]\\.[a-z]{2}");
    /** Reserved domains of RFC 2606, for tests and documents. */
    private static final Set<String> RESERVED = Set.of("test", "example", "invalid", "localhost");

    private Links() {}

    static boolean isIn(String text) {
        var plain = plain(text);
        return SCHEME_OR_HOST.matcher(plain).find() || HOST_AND_PATH.matcher(plain).find()
                || LABELS.matcher(plain).results().anyMatch(Links::isDomain);
    }

    /** The text after compatibility normalization, in lower case, with full stops of all widths. */
    private static String plain(String text) {
        var visible = INVISIBLE.matcher(text).replaceAll("");
        return Normalizer.normalize(visible, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replace('\u3002', '.');
    }

    private static boolean isDomain(MatchResult labels) {
        var last = labels.group(2);
        return !ABBREVIATION.matcher(labels.group(1) + "." + last).matches()
                && (RESERVED.contains(last) || DomainValidator.getInstance().isValidTld(last));
    }
}

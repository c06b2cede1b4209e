package roster.command.member;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address: as it was entered, and in the form in which addresses are compared (NFC, local part in lower case, domain as
 * A-labels in lower case).
 */
public record EmailAddress(String entered, String canonical) {
    static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final String ATOM = "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL_PART = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
    private static final Pattern DOMAIN = Pattern.compile("(?!-)[a-z0-9-]{1,63}(?<!-)(\\.(?!-)[a-z0-9-]{1,63}(?<!-))+");

    /** @throws IllegalArgumentException for text that is not one address */
    public static EmailAddress of(String text) {
        var entered = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        int at = entered.lastIndexOf('@');
        if (at < 1) {
            throw new IllegalArgumentException("must be one e-mail address");
        }
        var canonical = localPart(entered.substring(0, at)) + "@" + domain(entered.substring(at + 1));
        if (entered.length() > LONGEST || canonical.length() > LONGEST) {
            throw new IllegalArgumentException("must have at most " + LONGEST + " characters");
        }
        return new EmailAddress(entered, canonical);
    }

    private static String localPart(String text) {
        if (text.length() > LONGEST_LOCAL_PART || !LOCAL_PART.matcher(text).matches()) {
            throw new IllegalArgumentException("must be one e-mail address");
        }
        return text.toLowerCase(Locale.ROOT);
    }

    private static String domain(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("must have at most " + LONGEST + " characters");
        }
        var labels = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        if (!DOMAIN.matcher(labels).matches()) {
            throw new IllegalArgumentException("must be one e-mail address");
        }
        return labels;
    }

    public boolean isSameAs(EmailAddress other) {
        return canonical.equals(other.canonical);
    }
}

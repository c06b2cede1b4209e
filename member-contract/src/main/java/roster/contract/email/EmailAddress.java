package roster.contract.email;

import static com.ibm.icu.lang.UProperty.DEFAULT_IGNORABLE_CODE_POINT;

import java.text.Normalizer;
import java.util.regex.Pattern;

import com.ibm.icu.lang.UCharacter;

/**
 * An e-mail address: as entered, and in the form in which addresses are compared (NFC; A to Z of the local part in lower case, because only
 * for these case is known not to matter; the domain as A-labels in lower case).
 */
public record EmailAddress(String entered, String canonical) {
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final String ATOM = "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL_PART = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
    /** Non-ASCII characters that NFC maps to ASCII, such as the Kelvin sign. Mail servers do not map them. */
    private static final Pattern ASCII_IN_NFC = Pattern.compile("[\\u037e\\u1fef\\u212a]");

    /** @throws IllegalArgumentException for text that is not a single address; the reason can follow a colon */
    public static EmailAddress of(String text) {
        var stripped = text.strip();
        int at = stripped.lastIndexOf('@');
        if (at < 1 || stripped.length() > LONGEST) {
            throw notOneAddress();
        }
        var local = localPart(stripped.substring(0, at));
        var entered = local + "@" + Normalizer.normalize(stripped.substring(at + 1), Normalizer.Form.NFC);
        var canonical = lowerCase(local) + "@" + Domain.toAscii(stripped.substring(at + 1));
        if (canonical.length() > LONGEST) {
            throw notOneAddress();
        }
        return new EmailAddress(entered, canonical);
    }

    /** An address in a recorded event. One that only an earlier version accepted equals only itself. */
    public static EmailAddress recorded(String entered) {
        try {
            return of(entered);
        } catch (IllegalArgumentException _) {
            return new EmailAddress(entered, entered);
        }
    }

    public boolean isSameAs(EmailAddress other) {
        return canonical.equals(other.canonical);
    }

    /** The address for mail servers: the local part as entered, the domain as A-labels. */
    public String deliverable() {
        return localPartAndAt() + domain();
    }

    /** The address with its domain in Unicode. */
    public String shown() {
        return localPartAndAt() + Domain.toUnicode(domain());
    }

    private String localPartAndAt() {
        return entered.substring(0, entered.lastIndexOf('@') + 1);
    }

    private String domain() {
        return canonical.substring(canonical.lastIndexOf('@') + 1);
    }

    private static String localPart(String text) {
        var local = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (local.length() > LONGEST_LOCAL_PART || !LOCAL_PART.matcher(local).matches() || ASCII_IN_NFC.matcher(text).find()
                || local.codePoints().anyMatch(EmailAddress::isInvisible)) {
            throw notOneAddress();
        }
        return local;
    }

    private static boolean isInvisible(int codePoint) {
        return UCharacter.hasBinaryProperty(codePoint, DEFAULT_IGNORABLE_CODE_POINT);
    }

    private static String lowerCase(String local) {
        var lower = new StringBuilder(local);
        for (int i = 0; i < lower.length(); i++) {
            char it = lower.charAt(i);
            if (it >= 'A' && it <= 'Z') {
                lower.setCharAt(i, (char) (it + ('a' - 'A')));
            }
        }
        return lower.toString();
    }

    private static IllegalArgumentException notOneAddress() {
        return new IllegalArgumentException("it is not one address of at most " + LONGEST + " characters");
    }
}

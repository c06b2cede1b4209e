package roster.contract.email;

import java.util.EnumSet;
import java.util.regex.Pattern;

import com.ibm.icu.text.IDNA;

/** Converts domains by UTS 46, non-transitional: ß is kept, and not mapped to ss. */
final class Domain {
    private static final IDNA UTS_46 = IDNA.getUTS46Instance(IDNA.USE_STD3_RULES | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ
            | IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE);
    /** At least two labels, without a trailing dot. */
    private static final Pattern LABELS = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");

    private Domain() {}

    /**
     * The domain as A-labels in lower case, the form in which domains are compared and looked up.
     *
     * @throws IllegalArgumentException for text that is not a domain
     */
    static String toAscii(String text) {
        var info = new IDNA.Info();
        var ascii = UTS_46.nameToASCII(text, new StringBuilder(), info).toString();
        if (hasErrors(info) || !LABELS.matcher(ascii).matches()) {
            throw new IllegalArgumentException("what follows its @ is not a domain");
        }
        return ascii;
    }

    /** The domain in Unicode. */
    static String toUnicode(String ascii) {
        var info = new IDNA.Info();
        var unicode = UTS_46.nameToUnicode(ascii, new StringBuilder(), info).toString();
        return hasErrors(info) ? ascii : unicode;
    }

    private static boolean hasErrors(IDNA.Info info) {
        var errors = EnumSet.noneOf(IDNA.Error.class);
        errors.addAll(info.getErrors());
        errors.remove(IDNA.Error.HYPHEN_3_4); // such names are registered
        return !errors.isEmpty();
    }
}

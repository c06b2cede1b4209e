package roster.notification.letter;

import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import roster.notification.ledger.Person;

/** A person's name and address as mail carries them: the name in encoded words, the domain as A-labels. */
final class Mailbox {
    private static final Pattern ONE_ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern BEYOND_ASCII = Pattern.compile("[^\\p{ASCII}]");
    private static final Pattern LOCAL_PART = Pattern.compile("[\\x21-\\x7e&&[^<>(),;:\\\\\"\\[\\]]]+");
    /** The JDK takes them for other letters (IDNA 2003) than registries have since (IDNA 2008): another domain, and somebody else's. */
    private static final Pattern AMBIGUOUS = Pattern.compile("[ßẞς\\u200C\\u200D]");

    private Mailbox() {}

    /** @throws AddressException when no relay could take it, with a reason that a person understands */
    static InternetAddress of(Person person) throws AddressException {
        var address = new InternetAddress();
        address.setAddress(toAscii(person.email()));
        address.validate();
        try {
            address.setPersonal(Line.of(person.name()), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
        return address;
    }

    /** The domain of the address, as A-labels. */
    static String domain(InternetAddress address) {
        return address.getAddress().substring(address.getAddress().lastIndexOf('@') + 1);
    }

    /** The address as people write it, whatever its domain was entered as. */
    static String shown(String email) {
        int at = email.lastIndexOf('@');
        return Line.of(email.substring(0, at + 1) + IDN.toUnicode(email.substring(at + 1), IDN.USE_STD3_ASCII_RULES));
    }

    private static String toAscii(String email) throws AddressException {
        if (!ONE_ADDRESS.matcher(email).matches()) {
            throw new AddressException("it is not one address");
        }
        int at = email.lastIndexOf('@');
        return localPart(email.substring(0, at)) + "@" + domain(email.substring(at + 1));
    }

    private static String localPart(String text) throws AddressException {
        if (BEYOND_ASCII.matcher(text).find()) {
            throw new AddressException("before its @ there are letters other than a to z, which most mail servers cannot deliver to");
        }
        if (!LOCAL_PART.matcher(text).matches()) {
            throw new AddressException("it is not one address");
        }
        return text;
    }

    private static String domain(String text) throws AddressException {
        if (AMBIGUOUS.matcher(text).find()) {
            throw new AddressException("its domain has a letter that not everybody reads alike, such as ß; enter the domain as xn--…");
        }
        try {
            return IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException e) {
            throw new AddressException("what follows its @ is not a domain");
        }
    }
}

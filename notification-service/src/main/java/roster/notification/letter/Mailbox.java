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
    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e&&[^<>(),;:\\\\\"\\[\\]]]+@[^@]+");

    private Mailbox() {}

    /** @throws AddressException when no relay could take it: not one address, or a local part beyond ASCII */
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

    private static String toAscii(String email) throws AddressException {
        if (!PLAIN.matcher(email).matches()) {
            throw new AddressException("not one plain address");
        }
        int at = email.lastIndexOf('@');
        try {
            return email.substring(0, at + 1) + IDN.toASCII(email.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException e) {
            throw new AddressException("not a domain");
        }
    }
}

package roster.notification.message;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import roster.contract.email.EmailAddress;
import roster.notification.entry.Person;

/** Name and address in the form of mail headers: the name in encoded words, the domain as A-labels. */
final class Mailbox {
    private Mailbox() {}

    /** @throws AddressException when no relay can accept the address, with a reason for people */
    static InternetAddress of(Person person) throws AddressException {
        return of(Line.of(person.name()), deliverable(person.email()));
    }

    /** The sender, whose domain may be a local host name. The name must be one line. */
    static InternetAddress sender(String name, String email) throws AddressException {
        return of(name, EmailAddress.recorded(email).deliverable());
    }

    private static InternetAddress of(String name, String email) throws AddressException {
        var address = new InternetAddress();
        address.setAddress(email);
        address.validate();
        try {
            address.setPersonal(name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
        return address;
    }

    /** True when the part before the @ has characters that only mail servers with SMTPUTF8 (RFC 6531) support. */
    static boolean isBeyondAscii(InternetAddress address) {
        return address.getAddress().chars().anyMatch(it -> it > 0x7f);
    }

    /** The domain of the address, as A-labels. */
    static String domain(InternetAddress address) {
        return address.getAddress().substring(address.getAddress().lastIndexOf('@') + 1);
    }

    /** The address with its domain in Unicode. */
    static String shown(String email) {
        return Line.of(EmailAddress.recorded(email).shown());
    }

    private static String deliverable(String email) throws AddressException {
        try {
            return EmailAddress.of(email).deliverable();
        } catch (IllegalArgumentException e) {
            throw new AddressException(e.getMessage());
        }
    }
}

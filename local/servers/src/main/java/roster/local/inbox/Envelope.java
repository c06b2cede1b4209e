package roster.local.inbox;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Sender and recipients of a mail, stored ahead of it in the header fields that mail servers use for them, before the {@code Received} field
 * that the server adds.
 */
record Envelope(String from, List<String> to) {
    private static final String FROM = "Return-Path: ";
    private static final String TO = "Delivered-To: ";

    String header() {
        var header = new StringBuilder(FROM).append('<').append(from).append(">\r\n");
        to.forEach(address -> header.append(TO).append(address).append("\r\n"));
        return header.toString();
    }

    /** @param lines the lines of a stored mail */
    static Envelope parse(Stream<String> lines) {
        var fields = lines.takeWhile(line -> line.startsWith(FROM) || line.startsWith(TO)).toList();
        var from = fields.stream().filter(field -> field.startsWith(FROM)).findFirst().orElse(FROM + "<>");
        return new Envelope(from.substring(FROM.length() + 1, from.length() - 1),
                fields.stream().filter(field -> field.startsWith(TO)).map(field -> field.substring(TO.length())).toList());
    }

    boolean isFor(String address) {
        return to.stream().map(Envelope::canonical).anyMatch(canonical(address)::equals);
    }

    /** The address in lower case, with the ASCII form of an international domain. */
    private static String canonical(String address) {
        var lowerCase = address.strip().toLowerCase(Locale.ROOT);
        int at = lowerCase.lastIndexOf('@');
        try {
            return lowerCase.substring(0, at + 1) + IDN.toASCII(lowerCase.substring(at + 1));
        } catch (IllegalArgumentException _) {
            return lowerCase;
        }
    }
}

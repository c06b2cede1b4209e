package roster.local.request;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Text that is easily mishandled, one character for each byte: control and C1 characters, other scripts, and bytes that are not UTF-8. */
final class OddText {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final List<String> CHARACTERS = List.of("\0", "\t", "\1", "\33", "\177", utf8("\u0080"), utf8("\u0085"), utf8("\u009f"),
            utf8("5".replace('5', '\uff15')), utf8("\u2013"), utf8("\u00c9"), utf8("\u00df"), utf8("\u0130"), utf8("\u202e"),
            utf8("\u2028"),
            utf8("\ufeff"), utf8("\uffff"), utf8("\ud83d\udca5"), utf8("e\u0301"));
    private static final List<String> NOT_UTF8 = List.of("\u00ff", "\u0080", "\u00c0\u0080", "\u00c0\u00af", "\u00e2\u0082",
            "\u00ed\u00a0\u0080", "\u00ed\u00b0\u0080", "\u00f4\u0090\u0080\u0080", "\u00f8\u0088\u0080\u0080\u0080", "\u00c9", "\u0096");
    private static final List<String> SYNTAX = List.of("*/*", "text/*", "application/*+json", "*", "/", ";", ",", "=", "\"", "'", "\\", "%",
            "%zz",
            "%2", "<", ">", "{", "}", "[", "]", "|", "^", "`", "#", "?", "&", "://", "http://[", ":", "@", "+", "-1",
            "99999999999999999999",
            "\\u0000", "\\ud800", "..", "${x}", "W/\"1\"", "bytes=5-1", "Bearer", "null");
    private static final List<String> ESCAPES = List.of("", "a", "\\u0000", "\\ud800", "\\udc00", "\\udbff\\udfff", "\\uffff", "\\u0085",
            "\\u202e",
            "\\n", "\\x", "\\u12");
    private static final int NONE = 0;

    private final Random random;

    OddText(Random random) {
        this.random = random;
    }

    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** Bytes, without the two that end a line. */
    String bytes() {
        var odd = switch (random.nextInt(8)) {
            case 0, 1, 2 -> any(CHARACTERS);
            case 3, 4 -> any(NOT_UTF8);
            case 5, 6 -> any(SYNTAX);
            default -> noise();
        };
        return switch (random.nextInt(4)) {
            case 0 -> "1" + odd;
            case 1 -> odd + "1";
            case 2 -> odd + any(SYNTAX) + odd;
            default -> odd;
        };
    }

    /** Content of a JSON string: mostly escapes of characters and of single surrogates. */
    String json() {
        return random.nextInt(3) == NONE ? bytes() : any(ESCAPES) + any(ESCAPES);
    }

    /** The same as a part of a path or a query: escaped, or in a quarter of all cases partly as it is. */
    String escaped() {
        boolean all = random.nextInt(4) != NONE;
        return bytes().chars()
                .mapToObj(it -> all || it <= ' ' || it >= 0x7f || it == '#' || it == '?' ? "%" + HEX.toHexDigits((byte) it)
                        : String.valueOf((char) it))
                .collect(Collectors.joining());
    }

    private String noise() {
        return random.ints(1 + random.nextInt(8), 0, 256).filter(it -> it != '\r' && it != '\n')
                .mapToObj(it -> String.valueOf((char) it)).collect(Collectors.joining());
    }

    private String any(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}

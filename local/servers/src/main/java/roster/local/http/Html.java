package roster.local.http;

import java.util.regex.Pattern;

/** Escapes text for HTML. */
public final class Html {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']*[^\\s<>\"'.,;:!?)\\]]");

    private Html() {}

    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    /** Escapes text, and turns URLs into links. */
    public static String withLinks(String text) {
        var html = new StringBuilder();
        int end = 0;
        for (var link = LINK.matcher(text); link.find(); end = link.end()) {
            var address = escape(link.group());
            html.append(escape(text.substring(end, link.start())))
                    .append("<a target=\"_blank\" rel=\"noreferrer\" href=\"").append(address).append("\">").append(address).append("</a>");
        }
        return html.append(escape(text.substring(end))).toString();
    }
}

package roster.openapi.javadoc;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;

/**
 * A Javadoc comment, in Markdown.
 *
 * @param summary     first sentence, without the full stop
 * @param description the text after it
 * @param body        summary and description
 * @param parameters  descriptions by name
 */
public record Comment(String summary, String description, String body, Map<String, String> parameters) {
    static final Comment NONE = new Comment("", "", "", Map.of());

    static Comment of(DocCommentTree comment) {
        var parameters = comment.getBlockTags().stream()
                .filter(ParamTree.class::isInstance).map(ParamTree.class::cast)
                .collect(Collectors.toMap(it -> it.getName().toString(), it -> sentence(text(it.getDescription()))));
        return new Comment(withoutStop(text(comment.getFirstSentence())), text(comment.getBody()), text(comment.getFullBody()), parameters);
    }

    private static String text(List<? extends DocTree> trees) {
        return trees.stream().map(Comment::text).collect(Collectors.joining()).replaceAll("[ \\t]*\\n[ \\t]*(?!\\n)", "\n")
                .replaceAll("(?<!\\n)\\n(?!\\n)", " ").strip();
    }

    private static String text(DocTree tree) {
        return switch (tree) {
            case TextTree text -> text.getBody();
            case LiteralTree code -> "`" + code.getBody().getBody() + "`";
            case LinkTree link when link.getLabel().isEmpty() -> "`" + link.getReference().getSignature().replaceFirst(".*#", "") + "`";
            case LinkTree link -> text(link.getLabel());
            case StartElementTree paragraph when paragraph.getName().contentEquals("p") -> "\n\n";
            default -> "";
        };
    }

    private static String sentence(String text) {
        return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1) + (text.endsWith(".") ? "" : ".");
    }

    private static String withoutStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}

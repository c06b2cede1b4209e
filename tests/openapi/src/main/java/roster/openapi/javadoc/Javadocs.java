package roster.openapi.javadoc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import org.jspecify.annotations.Nullable;

/** Finds the Javadoc of classes and methods in the sources of all modules. */
public final class Javadocs {
    private record Source(CompilationUnitTree unit, DocTrees comments) {
        Comment of(@Nullable Tree tree) {
            var comment = tree == null ? null : comments.getDocCommentTree(TreePath.getPath(unit, tree));
            return comment == null ? Comment.NONE : Comment.of(comment);
        }
    }

    private final List<Path> roots;
    private final Map<Class<?>, Optional<Source>> sources = new HashMap<>();

    private Javadocs(List<Path> roots) {
        this.roots = roots;
    }

    /** @param module folder of one of the modules */
    public static Javadocs beside(Path module) {
        try (var modules = Files.list(module.toAbsolutePath().getParent())) {
            return new Javadocs(modules.map(it -> it.resolve("src/main/java")).filter(Files::isDirectory).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Comment of(Class<?> type) {
        return source(type).map(it -> it.of(find(it, type))).orElse(Comment.NONE);
    }

    public Comment of(Method method) {
        return source(method.getDeclaringClass()).map(it -> it.of(find(it, method))).orElse(Comment.NONE);
    }

    private Optional<Source> source(Class<?> type) {
        var outermost = type;
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        return sources.computeIfAbsent(outermost, this::parse);
    }

    private Optional<Source> parse(Class<?> type) {
        var file = type.getName().replace('.', '/') + ".java";
        return roots.stream().map(it -> it.resolve(file)).filter(Files::exists).findFirst().map(Javadocs::parse);
    }

    private static Source parse(Path file) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(null, files, null, null, null, files.getJavaFileObjects(file));
            return new Source(task.parse().iterator().next(), DocTrees.instance(task));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable ClassTree find(Source source, Class<?> type) {
        var enclosing = type.getEnclosingClass();
        var around = enclosing == null ? null : find(source, enclosing);
        Stream<? extends Tree> trees = around == null ? source.unit.getTypeDecls().stream() : around.getMembers().stream();
        return trees.filter(ClassTree.class::isInstance).map(ClassTree.class::cast)
                .filter(it -> it.getSimpleName().contentEquals(type.getSimpleName()))
                .findFirst().orElse(null);
    }

    private static @Nullable MethodTree find(Source source, Method method) {
        var type = find(source, method.getDeclaringClass());
        return type == null ? null : type.getMembers().stream().filter(MethodTree.class::isInstance).map(MethodTree.class::cast)
                .filter(it -> it.getName().contentEquals(method.getName()) && it.getParameters().size() == method.getParameterCount())
                .findFirst().orElse(null);
    }
}
